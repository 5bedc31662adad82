package io.quartermaster.books.catalog;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the catalog takes for granted: `quartermaster.catalog.*`.
///
/// @param zone of places that nobody told the zone of
@ConfigurationProperties("quartermaster.catalog")
record CatalogSettings(@DefaultValue("UTC") ZoneId zone) {}
