/// Demand forecasting as a library: what was sold goes in, what will be asked for comes out, with
/// how sure one can be. Plain Java, no dependency, no clock, no I/O: the same history always
/// gives the same forecast.
@NullMarked
package io.quartermaster.forecasting;

import org.jspecify.annotations.NullMarked;
