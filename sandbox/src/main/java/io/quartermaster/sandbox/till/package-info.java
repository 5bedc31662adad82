/// What any till can do, whoever made it: the words that the retailer and the platforms share.
@NullMarked
package io.quartermaster.sandbox.till;

import org.jspecify.annotations.NullMarked;
