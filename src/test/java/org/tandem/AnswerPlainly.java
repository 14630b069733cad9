package org.tandem;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.servlet.ServletResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A method of a controller answers with the name of a page, with data, or with a Download: never with bytes or text. */
final class AnswerPlainly extends ArchCondition<JavaMethod> {

    private static final List<Class<?>> CARRIERS =
            List.of(HttpEntity.class, Callable.class, CompletionStage.class, DeferredResult.class, WebAsyncTask.class);
    private static final List<Class<?>> BYTES = List.of(
            InputStream.class,
            InputStreamSource.class,
            OutputStream.class,
            ResponseBodyEmitter.class,
            StreamingResponseBody.class,
            View.class,
            Writer.class);
    private static final Set<String> OPENS_THE_ANSWER = Set.of("getOutputStream", "getWriter");

    AnswerPlainly() {
        super("answer with a page, data or a Download");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        if (isAddress(method)) {
            JavaClass body = body(method.getReturnType()).toErasure();
            boolean carried = !method.getReturnType().equals(body(method.getReturnType()));
            Stream<JavaClass> taken = method.getRawParameterTypes().stream();
            if (isBytes(body) || taken.anyMatch(type -> isOneOf(type, List.of(OutputStream.class, Writer.class)))) {
                report(method, "lets bytes out", events);
            } else if (body.isEquivalentTo(Object.class) || isBareCarrier(body)) {
                report(method, "does not say what it answers", events);
            } else if (body.isAssignableTo(CharSequence.class) && (carried || isBody(method))) {
                report(method, "answers text, which is HTML for who accepts HTML", events);
            }
        }
        if (method.getAccessesFromSelf().stream().anyMatch(AnswerPlainly::opensTheAnswer)) {
            report(method, "writes the answer itself", events);
        }
    }

    private static boolean isAddress(JavaMethod method) {
        return method.isMetaAnnotatedWith(RequestMapping.class) || method.isMetaAnnotatedWith(ExceptionHandler.class);
    }

    private static boolean isBody(JavaMethod method) {
        return method.isMetaAnnotatedWith(ResponseBody.class)
                || method.getOwner().isMetaAnnotatedWith(ResponseBody.class);
    }

    /** What is inside of all that carries it. */
    private static JavaType body(JavaType type) {
        return type instanceof JavaParameterizedType carrier && isOneOf(type.toErasure(), CARRIERS)
                ? body(carrier.getActualTypeArguments().get(0))
                : type;
    }

    private static boolean isBytes(JavaClass type) {
        return type.isArray() && type.getBaseComponentType().isEquivalentTo(byte.class) || isOneOf(type, BYTES);
    }

    /** A carrier whose content is not named; a class of our own that extends one names it. */
    private static boolean isBareCarrier(JavaClass type) {
        return isOneOf(type, CARRIERS) && !type.getPackageName().startsWith("org.tandem.platform");
    }

    private static boolean isOneOf(JavaClass type, List<Class<?>> kinds) {
        return kinds.stream().anyMatch(type::isAssignableTo);
    }

    private static boolean opensTheAnswer(JavaAccess<?> access) {
        return OPENS_THE_ANSWER.contains(access.getName())
                && access.getTargetOwner().isAssignableTo(ServletResponse.class);
    }

    private static void report(JavaMethod method, String what, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " " + what));
    }
}
