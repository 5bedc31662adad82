/// Many series side by side, with what is planned for the days to come: prices, promotions,
/// events. What is known ahead and what was only seen afterwards are different types.
@NullMarked
package io.quartermaster.forecasting.panel;

import org.jspecify.annotations.NullMarked;
