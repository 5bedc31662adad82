/// The command line: a table of sales and a table of plans go in, a table of forecasts comes out.
@NullMarked
package io.quartermaster.forecasting.command;

import org.jspecify.annotations.NullMarked;
