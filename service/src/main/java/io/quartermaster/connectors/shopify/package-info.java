/// Shopify: webhooks in, Admin GraphQL out. What Shopify tells and what it keeps to itself:
/// `docs/connectors/shopify.md`.
@ApplicationModule(
        id = "connectors.shopify",
        allowedDependencies = {"connectors", "retail"})
@NullMarked
package io.quartermaster.connectors.shopify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
