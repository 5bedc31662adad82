/// A stand-in for Shopify: its Admin GraphQL, its limits, and the webhooks it sends.
@NullMarked
package io.quartermaster.sandbox.shopify;

import org.jspecify.annotations.NullMarked;
