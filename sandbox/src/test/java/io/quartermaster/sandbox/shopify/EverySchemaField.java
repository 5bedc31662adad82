package io.quartermaster.sandbox.shopify;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import java.util.stream.Collectors;

/// Writes a query that asks for everything the schema has, three objects deep.
final class EverySchemaField {

    private static final int DEPTH = 7;

    private EverySchemaField() {}

    static String query() {
        var schema = new SchemaParser().parse(ShopifyGraph.text());
        var root = (ObjectTypeDefinition) schema.getType("QueryRoot").orElseThrow();
        return root.getFieldDefinitions().stream()
                .filter(field -> field.getInputValueDefinitions().stream()
                        .noneMatch(argument -> argument.getName().equals("id")))
                .map(field -> selected(field, schema, DEPTH))
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    private static String selected(FieldDefinition field, TypeDefinitionRegistry schema, int depth) {
        TypeName name = TypeInfo.typeInfo(field.getType()).getTypeName();
        var arguments = arguments(field);
        if (!(schema.getType(name.getName()).orElse(null) instanceof ObjectTypeDefinition object)) {
            return field.getName() + arguments;
        }
        var children = object.getFieldDefinitions().stream()
                .filter(child -> depth > 1 || isLeaf(child, schema))
                .filter(child -> !child.getName().equals("inventoryLevel"))
                .filter(child -> !child.getName().equals("edges"))
                .map(child -> selected(child, schema, depth - 1))
                .collect(Collectors.joining(" "));
        return children.isEmpty() ? "__typename" : "%s%s { %s }".formatted(field.getName(), arguments, children);
    }

    private static boolean isLeaf(FieldDefinition field, TypeDefinitionRegistry schema) {
        var type = TypeInfo.typeInfo(field.getType()).getTypeName().getName();
        return !(schema.getType(type).orElse(null) instanceof ObjectTypeDefinition);
    }

    private static String arguments(FieldDefinition field) {
        var names = field.getInputValueDefinitions().stream()
                .map(argument -> argument.getName())
                .toList();
        if (names.contains("names")) {
            return "(names: [\"available\"])";
        }
        return names.contains("first") ? "(first: 1)" : "";
    }
}
