package io.quartermaster.vault;

import io.quartermaster.retail.PersonalData;
import io.quartermaster.retail.PersonalData.Identifier;
import io.quartermaster.retail.PersonalData.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;

/// How a person's data is written before it is encrypted: identifiers, then details by name.
final class SealedDetails {

    private static final int ENTRIES_MAX = 200;
    private static final int VALUE_LENGTH_MAX = 4_000;

    private SealedDetails() {}

    static byte[] write(PersonalData person) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            var identifiers = person.identifiers().stream().limit(ENTRIES_MAX).toList();
            out.writeInt(identifiers.size());
            for (var identifier : identifiers) {
                out.writeUTF(identifier.kind().name());
                out.writeUTF(bounded(identifier.value()));
            }
            var details = List.copyOf(new TreeMap<>(person.details()).entrySet());
            var kept = details.subList(0, Math.min(details.size(), ENTRIES_MAX));
            out.writeInt(kept.size());
            for (var detail : kept) {
                out.writeUTF(detail.getKey());
                out.writeUTF(bounded(detail.getValue()));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    static PersonalData read(byte[] plain) {
        try (var in = new DataInputStream(new ByteArrayInputStream(plain))) {
            var identifiers = new ArrayList<Identifier>();
            for (var left = in.readInt(); left > 0; left--) {
                identifiers.add(new Identifier(Kind.valueOf(in.readUTF()), in.readUTF()));
            }
            var details = new LinkedHashMap<String, String>();
            for (var left = in.readInt(); left > 0; left--) {
                details.put(in.readUTF(), in.readUTF());
            }
            return new PersonalData(identifiers, details);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// What is known of somebody after hearing more: new details replace old ones of the same name.
    static PersonalData merge(PersonalData before, PersonalData now) {
        var identifiers = new LinkedHashSet<>(before.identifiers());
        identifiers.addAll(now.identifiers());
        var details = new LinkedHashMap<>(before.details());
        details.putAll(now.details());
        return new PersonalData(List.copyOf(identifiers), details);
    }

    private static String bounded(String value) {
        return value.length() > VALUE_LENGTH_MAX ? value.substring(0, VALUE_LENGTH_MAX) : value;
    }
}
