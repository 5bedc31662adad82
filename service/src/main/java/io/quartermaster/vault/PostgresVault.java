package io.quartermaster.vault;

import io.quartermaster.retail.PersonalData;
import io.quartermaster.retail.SubjectId;
import io.quartermaster.vault.Identifiers.Trace;
import io.quartermaster.vault.SubjectStore.Row;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The vault in PostgreSQL: whoever copies the tables has nothing without the master key.
@Component
class PostgresVault implements Vault {

    private final SubjectStore store;
    private final DataKeys dataKeys;
    private final Identifiers identifiers;
    private final Cipher wrapping;
    private final TransactionTemplate transaction;

    PostgresVault(SubjectStore store, DataKeys dataKeys, MasterKey master, PlatformTransactionManager transactions) {
        this.store = store;
        this.dataKeys = dataKeys;
        this.identifiers = new Identifiers(master.derive("identifiers"));
        this.wrapping = new Cipher(master.derive("subject-keys"));
        this.transaction = new TransactionTemplate(transactions);
        // A subject must be there for good before anything is recorded that names it.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public List<Optional<SubjectId>> subjectsOf(List<PersonalData> persons) {
        var traces = persons.stream().map(identifiers::tracesOf).toList();
        if (traces.stream().allMatch(List::isEmpty)) {
            return persons.stream().map(_ -> Optional.<SubjectId>empty()).toList();
        }
        return transaction.execute(_ -> lookUpAndKeep(persons, traces));
    }

    @Override
    public Optional<SubjectId> find(PersonalData person) {
        var traces = identifiers.tracesOf(person);
        return match(traces, store.subjectsBy(Identifiers.hashesOf(List.of(traces))))
                .map(SubjectId::new);
    }

    @Override
    public Optional<PersonalData> reveal(SubjectId subject) {
        return store.row(subject.value())
                .map(row -> SealedDetails.read(cipherOf(row).decrypt(row.details(), row.subject())));
    }

    @Override
    public void forget(SubjectId subject) {
        transaction.executeWithoutResult(_ -> store.delete(subject.value()));
    }

    @Override
    public byte[] seal(byte[] plain) {
        return dataKeys.seal(plain);
    }

    @Override
    public byte[] open(byte[] sealed) {
        return dataKeys.open(sealed);
    }

    private List<Optional<SubjectId>> lookUpAndKeep(List<PersonalData> persons, List<List<Trace>> traces) {
        var hashes = Identifiers.hashesOf(traces);
        var known = new HashMap<>(store.subjectsBy(hashes));
        if (!traces.stream().allMatch(one -> one.isEmpty() || match(one, known).isPresent())) {
            store.lockForNew();
            known.putAll(store.subjectsBy(hashes)); // somebody else may have made them just now
        }
        var subjects = traces.stream()
                .map(one -> one.isEmpty() ? null : subjectOf(one, known))
                .toArray(String[]::new);
        keep(persons, subjects);
        store.tie(newTies(traces, subjects));
        return IntStream.range(0, subjects.length)
                .mapToObj(i -> Optional.ofNullable(subjects[i]).map(SubjectId::new))
                .toList();
    }

    private static String subjectOf(List<Trace> traces, Map<String, String> known) {
        var subject = match(traces, known).orElseGet(() -> UUID.randomUUID().toString());
        traces.forEach(trace -> known.putIfAbsent(trace.hash(), subject));
        return subject;
    }

    /// A telephone finds somebody only when nothing better was told: families share theirs.
    private static Optional<String> match(List<Trace> traces, Map<String, String> known) {
        var byTelephoneOnly = traces.stream().allMatch(trace -> trace.kind() == PersonalData.Kind.PHONE);
        return traces.stream()
                .filter(trace -> byTelephoneOnly || trace.kind() != PersonalData.Kind.PHONE)
                .flatMap(trace -> Optional.ofNullable(known.get(trace.hash())).stream())
                .findFirst();
    }

    private static Map<Trace, String> newTies(List<List<Trace>> traces, @Nullable String[] subjects) {
        var ties = new LinkedHashMap<Trace, String>();
        for (var i = 0; i < subjects.length; i++) {
            var subject = subjects[i];
            if (subject != null) {
                traces.get(i).forEach(trace -> ties.putIfAbsent(trace, subject));
            }
        }
        return ties;
    }

    /// Writes the details of those whose details are new; the last telling wins.
    private void keep(List<PersonalData> persons, @Nullable String[] subjects) {
        var newest = new LinkedHashMap<String, PersonalData>();
        for (var i = 0; i < subjects.length; i++) {
            var subject = subjects[i];
            if (subject != null) {
                newest.put(subject, persons.get(i));
            }
        }
        var known = store.rows(newest.keySet());
        var changed = newest.entrySet().stream()
                .map(one -> row(one.getKey(), one.getValue(), known.get(one.getKey())))
                .filter(row -> !row.equals(known.get(row.subject())))
                .toList();
        store.save(changed);
    }

    /// What is to be kept: what was told now, over what was told before.
    private Row row(String subject, PersonalData person, @Nullable Row known) {
        if (known == null) {
            var key = Cipher.freshKey();
            return row(subject, key, wrapping.encrypt(key, subject), SealedDetails.write(person));
        }
        var plain = SealedDetails.write(person);
        if (known.fingerprint().equals(identifiers.fingerprint(plain))) {
            return known;
        }
        var key = wrapping.decrypt(known.wrappedKey(), subject);
        var before = new Cipher(key).decrypt(known.details(), subject);
        var merged = SealedDetails.write(SealedDetails.merge(SealedDetails.read(before), person));
        return Arrays.equals(before, merged) ? known : row(subject, key, known.wrappedKey(), merged);
    }

    private Row row(String subject, byte[] key, byte[] wrapped, byte[] plain) {
        return new Row(subject, wrapped, new Cipher(key).encrypt(plain, subject), identifiers.fingerprint(plain));
    }

    private Cipher cipherOf(Row row) {
        return new Cipher(wrapping.decrypt(row.wrappedKey(), row.subject()));
    }
}
