package org.tandem.tasks;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.tandem.models.FormFault;
import org.tandem.models.ModelContext;
import org.tandem.people.CandidateGroups;
import org.tandem.tasks.forms.FormDefinition;
import org.tandem.tasks.forms.UnusableForm;

/** What diagrams and forms may name: candidate groups, step limits, delegate beans, and the components of the renderer. */
@Component
@RequiredArgsConstructor
class TaskModelContext implements ModelContext {

    private final StepLimits limits;
    private final ListableBeanFactory beans;

    @Override
    public Set<String> candidateGroups() {
        return Arrays.stream(CandidateGroups.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == String.class)
                .map(Method::getName)
                .map(name -> "groups." + name)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> stepLimits() {
        return limits.taskKeys();
    }

    @Override
    public Set<String> delegates() {
        return Set.of(beans.getBeanNamesForType(JavaDelegate.class, true, false));
    }

    @Override
    public Set<String> implementedTasks() {
        return beans.getBeansOfType(TaskWork.class).values().stream()
                .flatMap(work -> work.taskKeys().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<FormFault> faultOf(String file, String json) {
        try {
            FormDefinition.parse(json, file);
            return Optional.empty();
        } catch (UnusableForm e) {
            return Optional.of(new FormFault(e.element(), e.problem(), e.remedy()));
        }
    }
}
