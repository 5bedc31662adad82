package io.quartermaster.dashboard;

import io.quartermaster.retail.RetailAction;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Draws what a quantity would lead to.
@Component
class Pictures {

    /// The picture of one variant of an order; empty while nothing is known of its demand.
    Optional<PictureView> of(RetailAction action, String variant) {
        return Optional.empty();
    }
}
