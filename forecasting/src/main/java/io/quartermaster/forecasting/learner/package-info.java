/// The room where all series of a panel are learnt from together: regression trees, grown one
/// upon the other, that see calendar, plans and what similar goods did.
@NullMarked
package io.quartermaster.forecasting.learner;

import org.jspecify.annotations.NullMarked;
