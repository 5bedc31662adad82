package io.quartermaster.sandbox.shopify;

import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.CoercedVariables;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;

/// What a query costs: an object one point, a scalar nothing, a connection as many of its nodes
/// as were asked for, a mutation ten.
final class QueryCost {

    private static final int MUTATION = 10;
    private static final int CONNECTION = 2;

    private QueryCost() {}

    /// @param variables as sent; they may say how many nodes are wanted
    static int requested(GraphQLSchema schema, Document document, Map<String, Object> variables) {
        return QueryComplexityCalculator.newCalculator()
                .schema(schema)
                .document(document)
                .variables(CoercedVariables.of(variables))
                .fieldComplexityCalculator((field, children) -> {
                    if (field.getParentType().equals(schema.getMutationType())) {
                        return MUTATION;
                    }
                    var type =
                            GraphQLTypeUtil.unwrapAll(field.getFieldDefinition().getType());
                    if (!(type instanceof graphql.schema.GraphQLObjectType)) {
                        return 0;
                    }
                    return type.getName().endsWith("Connection")
                            ? CONNECTION + asked(field.getArguments()) * children
                            : free(type.getName()) ? children : 1 + children;
                })
                .build()
                .calculate();
    }

    /// Wrappers that Shopify does not charge for.
    private static boolean free(String type) {
        return type.equals("PageInfo") || type.endsWith("Edge") || type.equals("MoneyBag") || type.equals("MoneyV2");
    }

    private static int asked(Map<String, Object> arguments) {
        return List.of("first", "last").stream()
                .map(arguments::get)
                .filter(Integer.class::isInstance)
                .mapToInt(Integer.class::cast)
                .findFirst()
                .orElse(1);
    }
}
