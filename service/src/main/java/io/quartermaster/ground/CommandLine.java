package io.quartermaster.ground;

import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.util.ClassUtils;

/// What was asked for on the command line: a word, and what followed it.
///
/// @param word the first argument, unless it is an option; `run` if there is none
/// @param arguments what followed the word
/// @param options settings, such as `--quartermaster.home=/srv/quartermaster`
public record CommandLine(String word, List<String> arguments, List<String> options) {

    private static final String RUN = "run";
    private static final String SETTING = "--(quartermaster|spring|server|logging|management)\\..*";

    public CommandLine {
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
    }

    public static CommandLine of(String... given) {
        var options = Stream.of(given).filter(text -> text.matches(SETTING)).toList();
        var words = Stream.of(given).filter(text -> !text.matches(SETTING)).toList();
        return words.isEmpty()
                ? new CommandLine(RUN, List.of(), options)
                : new CommandLine(words.getFirst(), words.subList(1, words.size()), options);
    }

    public boolean isRun() {
        return word.equals(RUN);
    }

    /// Does what was asked for, with as little of the application as it takes.
    ///
    /// @param application the application's main class
    /// @return the exit code
    public int perform(Class<?> application, PrintStream out) {
        var quiet = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties("logging.level.root=WARN")
                .initializers(CommandLine::keepStill);
        try (var context = quiet.run(options.toArray(String[]::new))) {
            var code = perform(context, out);
            return SpringApplication.exit(context, () -> code);
        }
    }

    private int perform(ConfigurableApplicationContext context, PrintStream out) {
        var name = Command.BEAN_PREFIX + word;
        if (context.containsBean(name)) {
            return context.getBean(name, Command.class).run(arguments, out);
        }
        var known = Stream.of(context.getBeanNamesForType(Command.class, true, false))
                .map(bean -> bean.substring(Command.BEAN_PREFIX.length()))
                .sorted()
                .toList();
        out.println("Quartermaster knows: %s (the usual), %s.".formatted(RUN, String.join(", ", known)));
        return word.equals("help") ? Command.DONE : Command.NOT_UNDERSTOOD;
    }

    /// Nothing that runs by itself is started, and nobody hears that the application is up.
    private static void keepStill(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(beans -> {
            beans.addBeanPostProcessor(new DeafListeners());
            if (beans instanceof BeanDefinitionRegistry registry) {
                if (registry.containsBeanDefinition(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME)) {
                    registry.removeBeanDefinition(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME);
                }
                registry.registerBeanDefinition(
                        AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME,
                        new RootBeanDefinition(StillLifecycle.class, StillLifecycle::new));
            }
        });
    }

    private static final class StillLifecycle extends DefaultLifecycleProcessor {

        @Override
        public void onRefresh() {
            // What would start by itself stays still.
        }
    }

    /// Who would hear that the application is up would be made, with all that it needs, only to begin
    /// its work.
    private static final class DeafListeners implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof ApplicationEventMulticaster)) {
                return bean;
            }
            return Proxy.newProxyInstance(
                    bean.getClass().getClassLoader(),
                    ClassUtils.getAllInterfaces(bean),
                    (proxy, method, arguments) ->
                            method.getName().equals("multicastEvent") ? null : method.invoke(bean, arguments));
        }
    }
}
