package io.quartermaster.books.sales;

import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.SaleEvent.Channel;
import java.time.LocalDate;

/// What was sold of a group of variants in one way on one business day of a location.
///
/// @param group the name that the asker gave it
public record ChannelSales(String group, Channel channel, LocalDate day, Quantity quantity) {}
