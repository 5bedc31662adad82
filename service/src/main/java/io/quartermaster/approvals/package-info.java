/// The desk: proposals, their reasons, and who may say yes to them.
@ApplicationModule(
        id = "approvals",
        allowedDependencies = {"retail", "journal", "access"})
@NullMarked
package io.quartermaster.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
