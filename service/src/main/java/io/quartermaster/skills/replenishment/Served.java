package io.quartermaster.skills.replenishment;

import io.quartermaster.books.catalog.Variant;
import io.quartermaster.books.suppliers.Supplier;
import io.quartermaster.books.suppliers.SupplyTerms;
import io.quartermaster.skills.replenishment.ReplenishmentFacts.LeadTime;

/// A variant, and whom it is bought from.
record Served(Variant variant, Supplier supplier, SupplyTerms terms, LeadTime leadTime) {}
