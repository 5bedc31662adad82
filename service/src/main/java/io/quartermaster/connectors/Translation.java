package io.quartermaster.connectors;

import io.quartermaster.retail.PersonalData;
import io.quartermaster.retail.RetailEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message turned out to mean.
public sealed interface Translation {

    record Translated(List<Told> told) implements Translation {

        public Translated {
            told = List.copyOf(told);
        }
    }

    /// An event, and the person it is about, kept apart until the vault has made a subject of them.
    record Told(RetailEvent event, @Nullable PersonalData person) {

        public static Told of(RetailEvent event) {
            return new Told(event, null);
        }
    }

    /// It only points at what happened: the platform must be asked.
    record AskBack(List<FetchRequest> requests) implements Translation {

        public AskBack {
            requests = List.copyOf(requests);
        }
    }

    /// The platform tells us to forget somebody.
    ///
    /// @param person by the identifiers that the platform knows them by
    record Forget(PersonalData person) implements Translation {}

    /// Understood, and of no interest to us.
    record Ignored(String why) implements Translation {}

    /// A topic that we do not know: kept and counted.
    record Unknown(String topic) implements Translation {}

    /// Not understood: it stays in quarantine, where a person can see it, until the connector is
    /// mended.
    record Malformed(String why) implements Translation {}
}
