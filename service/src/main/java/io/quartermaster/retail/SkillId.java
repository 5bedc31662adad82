package io.quartermaster.retail;

/// Something that Quartermaster knows how to decide, such as `replenishment`.
public record SkillId(String value) implements Id {

    public SkillId {
        value = Id.require("skill id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
