package io.quartermaster.sandbox.shopify;

import graphql.GraphQL;
import graphql.GraphqlErrorException;
import graphql.Scalars;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import io.quartermaster.sandbox.shopify.Relay.Mark;
import io.quartermaster.sandbox.shopify.ShopifyFields.Item;
import io.quartermaster.sandbox.shopify.ShopifyFields.Product;
import io.quartermaster.sandbox.shopify.ShopifyOrderFields.FulfilmentOf;
import io.quartermaster.sandbox.shopify.ShopifyOrderFields.LineOf;
import io.quartermaster.sandbox.shopify.ShopifyOrderFields.RefundLineOf;
import io.quartermaster.sandbox.shopify.ShopifyOrderFields.RefundOf;
import io.quartermaster.sandbox.till.Buyer;
import io.quartermaster.sandbox.till.Place;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Joins the schema with what answers it; every request is checked against the schema first.
final class ShopifyGraph {

    static final String SCHEMA = "/shopify/admin-2026-07.graphqls";

    private ShopifyGraph() {}

    static GraphQL of(ShopifyAccount account, ShopifyShop shop, InstantSource clock) {
        return GraphQL.newGraphQL(schema(account, shop, clock))
                .defaultDataFetcherExceptionHandler(new AsShopifySays())
                .build();
    }

    private static GraphQLSchema schema(ShopifyAccount account, ShopifyShop shop, InstantSource clock) {
        try (var text = text()) {
            return new SchemaGenerator()
                    .makeExecutableSchema(new SchemaParser().parse(text), wiring(account, shop, clock));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static Reader text() {
        var stream = Objects.requireNonNull(ShopifyGraph.class.getResourceAsStream(SCHEMA), SCHEMA);
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    private static RuntimeWiring wiring(ShopifyAccount account, ShopifyShop shop, InstantSource clock) {
        var fields = new ShopifyFields(account, shop);
        var orders = new ShopifyOrderFields(account, shop);
        var transfers = new ShopifyTransfers(shop, fields, clock);
        var queries = new ShopifyQueries(shop, fields, transfers);
        var mutations = new ShopifyMutations(shop, fields, transfers, clock);
        var wiring = RuntimeWiring.newRuntimeWiring();
        for (var scalar : List.of("DateTime", "Decimal", "UnsignedInt64", "URL", "Money")) {
            wiring.scalar(text(scalar));
        }
        for (var kind : List.of("Node", "LegacyInteroperability", "DisplayableError")) {
            wiring.type(
                    kind,
                    type -> type.typeResolver(_ -> {
                        throw new IllegalStateException("No field of the stand-in answers with any " + kind);
                    }));
        }
        return wiring.type("QueryRoot", type -> type.defaultDataFetcher(queries::answer))
                .type("Mutation", type -> type.defaultDataFetcher(mutations::answer))
                .type(
                        "Shop",
                        type -> type.defaultDataFetcher(
                                field -> fields.shop(field.getField().getName())))
                .type("Location", answeredBy(Place.class, fields::location))
                .type("Product", answeredBy(Product.class, fields::product))
                .type("ProductVariant", answeredBy(ShopifyItem.class, fields::variant))
                .type("InventoryItem", answeredBy(Item.class, fields::item))
                .type("InventoryLevel", answeredBy(ShopifyLevel.class, fields::level))
                .type("Order", answeredBy(ShopifyOrder.class, orders::order))
                .type("LineItem", answeredBy(LineOf.class, orders::line))
                .type("Refund", answeredBy(RefundOf.class, orders::refund))
                .type("RefundLineItem", answeredBy(RefundLineOf.class, orders::refundLine))
                .type("Fulfillment", answeredBy(FulfilmentOf.class, orders::fulfilment))
                .type("Customer", answeredBy(Buyer.class, orders::customer))
                .type(
                        "InventoryTransfer",
                        type -> type.dataFetcher("lineItems", ShopifyGraph::transferLines)
                                .dataFetcher("shipments", transfers::shipments))
                .build();
    }

    private static <T> UnaryOperator<TypeRuntimeWiring.Builder> answeredBy(
            Class<T> source, BiFunction<T, DataFetchingEnvironment, @Nullable Object> answer) {
        DataFetcher<@Nullable Object> fetcher =
                field -> answer.apply(source.cast(Objects.requireNonNull(field.getSource())), field);
        return type -> type.defaultDataFetcher(fetcher);
    }

    private static Map<String, Object> transferLines(DataFetchingEnvironment field) {
        var transfer = Objects.requireNonNull(field.<Map<String, Object>>getSource());
        var lines = ((List<?>) Objects.requireNonNull(transfer.get("lineItems")))
                .stream()
                        .map(ShopifyTransfers.Line.class::cast)
                        .map(ShopifyTransfers::line)
                        .toList();
        return Relay.page(
                lines,
                line -> new Mark(0, Gid.number("InventoryTransferLineItem", String.valueOf(line.get("id")))),
                field);
    }

    /// Shopify's own scalars travel as text, large numbers too.
    private static GraphQLScalarType text(String name) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(Scalars.GraphQLString.getCoercing())
                .build();
    }

    /// A refusal of ours reads as Shopify writes it, not as an exception of the library.
    private static final class AsShopifySays implements DataFetcherExceptionHandler {

        private final DataFetcherExceptionHandler otherwise = new SimpleDataFetcherExceptionHandler();

        @Override
        public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
                DataFetcherExceptionHandlerParameters fault) {
            return fault.getException() instanceof GraphqlErrorException refusal
                    ? CompletableFuture.completedFuture(
                            DataFetcherExceptionHandlerResult.newResult(refusal).build())
                    : otherwise.handleException(fault);
        }
    }
}
