package io.quartermaster.dashboard;

import io.quartermaster.retail.Id;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where things are found. Ids come from outside, so they are written for an address with care.
final class Links {

    private Links() {}

    static String story(Id correlation) {
        return "/journal?story=" + encoded(correlation.value());
    }

    /// The part of a story that concerns a proposal, and what came of it.
    ///
    /// @param papers such as `purchase-order/PO-1001`
    static String story(Id correlation, String... papers) {
        var address = new StringBuilder(story(correlation));
        for (var paper : papers) {
            address.append("&of=").append(encoded(paper));
        }
        return address.toString();
    }

    static String variant(Id variant) {
        return "/variants?id=" + encoded(variant.value());
    }

    static String variant(Id variant, Id location) {
        return variant(variant) + "&at=" + encoded(location.value());
    }

    static String supplier(Id supplier) {
        return "/supplier?id=" + encoded(supplier.value());
    }

    static String order(Id order) {
        return "/order?id=" + encoded(order.value());
    }

    static String transfer(Id transfer) {
        return "/transfer?id=" + encoded(transfer.value());
    }

    static String proposal(Id proposal) {
        return "/proposals/" + encoded(proposal.value());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
