package io.quartermaster.dispatch;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.Delivery;

/// Who carries an action out.
sealed interface Route {

    /// An outside system does.
    record Via(Connection connection, Delivery delivery) implements Route {}

    /// It lies on the desk, and that is all that was asked for.
    record OnDesk(String why) implements Route {}

    /// Nobody can, as things are set up: a person must.
    record ByHand(String why) implements Route {}

    /// It could not be found out; it may be another time.
    record Broken(String why) implements Route {}

    /// It is not to be done any more.
    record NoMore() implements Route {}
}
