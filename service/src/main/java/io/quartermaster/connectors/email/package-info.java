/// Mail: orders to suppliers, transfers and news to shops. What it can promise:
/// `docs/connectors/email.md`.
@ApplicationModule(
        id = "connectors.email",
        allowedDependencies = {"connectors", "retail"})
@NullMarked
package io.quartermaster.connectors.email;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
