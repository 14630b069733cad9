package org.tandem.platform.register;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Every register as a path of the OpenAPI document: its filters and orders, and the fields of its rows. */
@Configuration(proxyBeanMethods = false)
class RegisterDocumentation {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    GlobalOpenApiCustomizer registerPaths(List<Register<?>> registers, MessageSource messages) {
        return document -> registers.stream()
                .filter(register -> !register.filesOnly)
                .forEach(register -> document.getPaths()
                        .merge(
                                "/api" + register.data,
                                new PathItem().get(operation(register, messages)),
                                (known, ours) -> known.get(ours.getGet())));
    }

    private static Operation operation(Register<?> register, MessageSource messages) {
        String id = register.module + "." + register.operation;
        Operation operation = new Operation()
                .addTagsItem(register.module)
                .operationId(id)
                .summary(messages.getMessage("platform.api." + id, null, Locale.ENGLISH))
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description("OK")
                                        .content(new Content()
                                                .addMediaType(
                                                        "application/json",
                                                        new MediaType().schema(answer(register))))));
        register.filters.forEach(filter -> parameter(operation, filter.key(), new StringSchema()));
        StringSchema sorts = new StringSchema();
        register.orders.forEach(order -> sorts.addEnumItem(order.key()));
        parameter(operation, "sort", sorts);
        parameter(operation, "page", new IntegerSchema());
        parameter(operation, "after", new StringSchema());
        return operation;
    }

    private static void parameter(Operation operation, String name, Schema<?> schema) {
        operation.addParametersItem(
                new QueryParameter().name(name).required(false).schema(schema));
    }

    private static Schema<?> answer(Register<?> register) {
        ObjectSchema row = new ObjectSchema();
        register.fields.stream()
                .filter(Datum::inApi)
                .forEach(field -> row.addProperty(field.name(), schema(field.type())));
        ObjectSchema answer = new ObjectSchema();
        if (!register.figures.isEmpty()) {
            ObjectSchema figures = new ObjectSchema();
            figures.addProperty("total", new IntegerSchema());
            register.figures.keySet().forEach(name -> figures.addProperty(name, new IntegerSchema()));
            answer.addProperty("figures", figures);
        }
        answer.addProperty(register.rowsName, new ArraySchema().items(row));
        List.of("total", "page", "pageSize", "pages").forEach(name -> answer.addProperty(name, new IntegerSchema()));
        answer.addProperty("next", new StringSchema());
        return answer;
    }

    private static Schema<?> schema(Class<?> type) {
        if (type == Boolean.class) {
            return new BooleanSchema();
        }
        if (type == Instant.class) {
            return new DateTimeSchema();
        }
        if (type == LocalDate.class) {
            return new DateSchema();
        }
        if (Number.class.isAssignableFrom(type)) {
            return new IntegerSchema();
        }
        return List.class == type ? new ArraySchema().items(new StringSchema()) : new StringSchema();
    }
}
