package io.quartermaster.skills;

import io.quartermaster.ground.Command;
import io.quartermaster.retail.ProposalId;
import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;

/// `explain PROPOSAL`: shows why something was suggested, decides again from the facts that were
/// kept, and compares the bytes.
@Component(Command.BEAN_PREFIX + "explain")
final class ExplainCommand implements Command {

    private static final String FACTS = "--facts";
    private static final String USAGE = """
            quartermaster explain PROPOSAL [--facts]

              Shows the reasons of a proposal, decides again from the facts that were kept with it, and says
              whether the same comes out, byte for byte. The forecasts that it was decided on are made again
              from what they were made from, and compared likewise. With --facts it also prints the facts,
              as JSON.""";

    private final Explainer explainer;

    ExplainCommand(Explainer explainer) {
        this.explainer = explainer;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var withFacts = arguments.contains(FACTS);
        var words = arguments.stream().filter(word -> !word.equals(FACTS)).toList();
        if (words.size() != 1) {
            out.println(USAGE);
            return NOT_UNDERSTOOD;
        }
        var explained = explainer.explain(new ProposalId(words.getFirst()));
        if (explained.isEmpty()) {
            out.printf("There is no proposal %s.%n", words.getFirst());
            return FAILED;
        }
        return print(explained.get(), withFacts, out);
    }

    private static int print(Explanation explanation, boolean withFacts, PrintStream out) {
        out.printf("%s, revision %d%n", explanation.proposal(), explanation.revision());
        explanation.lines().forEach(out::println);
        if (withFacts) {
            out.println(explanation.facts());
        }
        if (!explanation.isSame()) {
            out.println("then: " + explanation.then());
            out.println("now:  " + explanation.now());
        }
        return explanation.isSame() ? DONE : FAILED;
    }
}
