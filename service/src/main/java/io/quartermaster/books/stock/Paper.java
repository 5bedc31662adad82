package io.quartermaster.books.stock;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// All that was told of one sale, purchase order or transfer.
///
/// Its movements follow from the set of what was told, whatever order it came in: that is how
/// late, doubled and shuffled messages end in the same position as sorted ones.
sealed interface Paper permits SalePaper, OrderPaper, TransferPaper {

    /// All movements, oldest first.
    List<Posting> postings();

    /// All variants that it names.
    Stream<String> variants();

    /// The same paper, with variants called as they are called now.
    Paper renamed(UnaryOperator<String> successor);
}
