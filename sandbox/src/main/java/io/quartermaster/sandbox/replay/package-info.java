/// Real sales from a file, sent through the front door, and the proof that the books agree with
/// the file.
@NullMarked
package io.quartermaster.sandbox.replay;

import org.jspecify.annotations.NullMarked;
