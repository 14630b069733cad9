package org.tandem.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the OpenAPI document says beyond the controllers: which module an endpoint belongs to, one sentence on each, how to
 * sign in, and how a refusal looks. The sentences are messages {@code platform.api.<controller>.<method>}.
 */
@Configuration(proxyBeanMethods = false)
@Lazy
@RequiredArgsConstructor
class ApiDocumentation {

    private static final String BASIC = "basic";
    private static final String PROBLEM = "Problem";
    private static final Map<String, String> REFUSALS = new TreeMap<>(Map.of(
            "400", "platform.problem.400",
            "401", "platform.problem.401",
            "403", "platform.problem.403",
            "404", "platform.problem.404",
            "409", "platform.problem.409",
            "422", "platform.problem.422"));

    private final MessageSource messages;

    @Bean
    OpenAPI openApi() {
        SpringDocUtils.getConfig().addRestControllers(DeclaredEndpoint.class);
        return new OpenAPI()
                .info(new Info()
                        .title(english("platform.api.title"))
                        .description(english("platform.api.lead"))
                        .version("1")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BASIC)
                                        .description(english("platform.api.basic")))
                        .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }

    @Bean
    GlobalOperationCustomizer sentences() {
        return (operation, method) -> operation
                .tags(List.of(moduleOf(method)))
                .operationId(nameOf(method))
                .summary(english(keyOf(nameOf(method))));
    }

    /** A file is sent as browsers send it, and comes as bytes. */
    @Bean
    GlobalOperationCustomizer sentAndKeptFiles() {
        return (operation, method) -> {
            if (takesFile(method)) {
                operation
                        .getRequestBody()
                        .setContent(new Content()
                                .addMediaType(
                                        org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE,
                                        operation
                                                .getRequestBody()
                                                .getContent()
                                                .values()
                                                .iterator()
                                                .next()));
            }
            if (method.getReturnType().getParameterType() == Download.class) {
                operation
                        .getResponses()
                        .get("200")
                        .getContent()
                        .values()
                        .forEach(type -> type.schema(new StringSchema().format("binary")));
            }
            return operation;
        };
    }

    private static boolean takesFile(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> MultipartFile.class.isAssignableFrom(parameter.getParameterType()));
    }

    @Bean
    GlobalOpenApiCustomizer readable() {
        return document -> {
            document.setPaths(readable(document.getPaths()));
            document.getPaths().values().forEach(path -> path.readOperations().forEach(this::refusals));
            document.setTags(document.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .flatMap(operation -> operation.getTags().stream())
                    .distinct()
                    .sorted()
                    .map(module -> new Tag().name(module).description(english("platform.api.module." + module)))
                    .toList());
        };
    }

    /** Message key of the sentence on an endpoint. */
    static String keyOf(String operationId) {
        return "platform.api." + operationId;
    }

    /** Controller and method: {@code VettingApi.decide} is {@code vetting.decide}. */
    private static String nameOf(HandlerMethod method) {
        if (method.getBean() instanceof DeclaredEndpoint declared) {
            return declared.operation(method.getMethod().getName());
        }
        String controller = method.getBeanType().getSimpleName().replaceFirst("(Api|Pages)$", "");
        return StringUtils.uncapitalize(controller) + "." + method.getMethod().getName();
    }

    private static String moduleOf(HandlerMethod method) {
        return method.getBean() instanceof DeclaredEndpoint declared
                ? declared.module()
                : method.getBeanType().getPackageName().split("\\.")[2];
    }

    private static Paths readable(Paths paths) {
        Paths plain = new Paths();
        paths.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> withoutPatterns(entry.getKey()),
                        Map.Entry::getValue,
                        ApiDocumentation::merged,
                        TreeMap::new))
                .forEach(plain::addPathItem);
        return plain;
    }

    /** Two patterns of one address; each has methods the other has not. */
    private static PathItem merged(PathItem one, PathItem other) {
        other.readOperationsMap().forEach(one::operation);
        return one;
    }

    /** {@code /api/cases/{caseId:[A-Z]{3}}} becomes {@code /api/cases/{caseId}}. */
    static String withoutPatterns(String path) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        boolean pattern = false;
        for (char c : path.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            pattern = depth > 0 && (pattern || c == ':');
            if (!pattern) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private void refusals(Operation operation) {
        REFUSALS.forEach((status, key) -> {
            if (!operation.getResponses().containsKey(status)) {
                operation
                        .getResponses()
                        .addApiResponse(
                                status,
                                new ApiResponse()
                                        .description(english(key))
                                        .content(new Content()
                                                .addMediaType(
                                                        "application/problem+json",
                                                        new MediaType()
                                                                .schema(new Schema<>()
                                                                        .$ref("#/components/schemas/" + PROBLEM)))));
            }
        });
    }

    private Schema<?> problem() {
        ObjectSchema item = new ObjectSchema();
        item.addProperty("field", new StringSchema());
        item.addProperty("code", new StringSchema());
        item.addProperty("detail", new StringSchema());
        ObjectSchema problem = new ObjectSchema();
        problem.description(english("platform.api.problem"));
        problem.addProperty("type", new StringSchema().example("about:blank"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema().example(422));
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("instance", new StringSchema());
        problem.addProperty("code", new StringSchema().example("vetting.refused.votedAlready"));
        problem.addProperty("field", new StringSchema());
        problem.addProperty("errorId", new StringSchema());
        problem.addProperty("errors", new ArraySchema().items(item));
        return problem;
    }

    private String english(String key) {
        return messages.getMessage(key, null, key, Locale.ENGLISH);
    }
}
