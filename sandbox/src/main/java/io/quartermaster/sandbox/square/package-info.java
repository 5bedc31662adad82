/// A stand-in for Square: its Connect API, and the webhooks it sends.
@NullMarked
package io.quartermaster.sandbox.square;

import org.jspecify.annotations.NullMarked;
