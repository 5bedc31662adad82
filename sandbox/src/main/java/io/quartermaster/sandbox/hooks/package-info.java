/// The postman: signs messages as each platform does, sends them, tries again, and errs on
/// request.
@NullMarked
package io.quartermaster.sandbox.hooks;

import org.jspecify.annotations.NullMarked;
