import com.acme.models.components.Card;
import com.acme.models.components.Defaults;
import com.acme.models.components.Line;
import com.acme.models.components.OfEither;
import com.acme.models.components.Order;
import com.acme.models.components.Payment;
import com.acme.models.components.Priority;
import com.acme.models.components.Source;
import com.acme.models.components.Status;
import com.acme.models.components.Tangle;
import com.acme.models.components.WholeTangle;
import com.acme.models.warehouse.Finding;
import com.acme.models.warehouse.Loss;
import com.acme.models.warehouse.Movement;
import com.acme.support.JsonPaths;
import com.acme.support.Violation;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openapitools.jackson.nullable.JsonNullable;

/** Uses the models of {@code test/cases/java}. */
@SuppressWarnings("deprecation")
public final class Orders {
    private static final ObjectMapper PLAIN = new ObjectMapper();

    private static final String ORDER = "{\"id\":\"o1\",\"paid_at\":\"2024-01-01T10:00:00.100+02:00\",\"amount\":\"1.50\","
            + "\"weight\":0.123456789,\"note\":null,\"comments\":[\"a\",null],"
            + "\"lines\":[{\"product\":\"tea\",\"count\":3,\"price\":2.0}],"
            + "\"shipments\":{\"b\":[\"2024-01-02T00:00:00Z\"],\"a\":[]},\"matrix\":[{\"x\":null,\"y\":1}],"
            + "\"attachment\":\"aGVsbG8=\",\"payment\":{\"method\":\"card\",\"number\":\"123456789012\"},"
            + "\"source\":\"2024-01-01T00:00:00.000Z\",\"status\":\"teleported\",\"priority\":2,\"kind\":\"order\","
            + "\"is_active\":false,\"extra\":null,\"unknown\":{\"big\":12345678901234567890,\"fine\":0.1234567890123456789}}";

    private Orders() {}

    public static void main(String[] arguments) throws Exception {
        everythingIsWrittenAsItWasRead(PLAIN);
        everythingIsWrittenAsItWasRead(stubborn());
        gettersTellAbsentFromNull();
        buildersFillInDefaults();
        copiesDiffer();
        nobodyCanChangeAModel();
        mistakesHaveAPath();
        violationsHaveAPath();
        unionsAreToldApart();
        membersOfOtherPackagesAreInRecords();
        enumsKeepWhatTheyDoNotKnow();
        System.out.println("done");
    }

    /** A mapper whose settings contradict everything. */
    private static ObjectMapper stubborn() {
        return PLAIN.copy()
                .setSerializationInclusion(JsonInclude.Include.NON_EMPTY)
                .setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP))
                .setPropertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .enable(DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
                .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(SerializationFeature.WRITE_ENUMS_USING_INDEX)
                .enable(SerializationFeature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED);
    }

    private static void everythingIsWrittenAsItWasRead(ObjectMapper mapper) throws Exception {
        Order order = mapper.readValue(ORDER, Order.class);
        same(mapper.writeValueAsString(order), ORDER);
        same(mapper.readValue(mapper.writeValueAsBytes(order), Order.class), order);
        same(order.toBuilder().build(), order);
        same(order.toBuilder().build().hashCode(), order.hashCode());
        same(mapper.writeValueAsString(order.toBuilder().build()), ORDER);
        Order other = mapper.readValue(ORDER.replace(".100+", ".1+").replace("1.50", "1.5"), Order.class);
        same(other, order);
        same(other.hashCode(), order.hashCode());
        fails("$.lines", () -> mapper.readValue(ORDER.replaceAll("\"lines\":\\[(.*?)\\]", "\"lines\":$1"), Order.class));
        fails("$.payment", () -> mapper.readValue(ORDER.replaceAll("\"payment\":\\{.*?\\}", "\"payment\":\"\""), Order.class));
        fails("$.amount", () -> mapper.readValue(ORDER.replace("\"1.50\"", "null"), Order.class));
    }

    private static void gettersTellAbsentFromNull() throws Exception {
        Order order = PLAIN.readValue(ORDER, Order.class);
        same(order.id(), "o1");
        same(order.paidAt(), Optional.of(OffsetDateTime.parse("2024-01-01T10:00:00.1+02:00")));
        same(order.amount(), Optional.of(new BigDecimal("1.50")));
        same(order.weight(), JsonNullable.of(0.123456789f));
        same(order.note(), JsonNullable.of(null));
        same(order.comments(), Optional.of(Arrays.asList("a", null)));
        same(order.matrix().get().get(0).toString(), "{x=null, y=1}");
        same(order.shipments().orElseThrow().keySet().toString(), "[b, a]");
        same(order.shipments().orElseThrow().get("b"), List.of(OffsetDateTime.parse("2024-01-02T00:00:00Z")));
        same(new String(order.attachment().orElseThrow()), "hello");
        same(order.extra(), Optional.empty());
        same(order.parent(), Optional.empty());
        same(order.kind(), "order");
        same(order.isActive(), Optional.of(false));
        same(order.additionalProperties().keySet().toString(), "[unknown]");

        Order least = PLAIN.readValue("{\"id\":\"o1\",\"paid_at\":null,\"lines\":[],\"kind\":\"order\"}", Order.class);
        same(least.paidAt(), Optional.empty());
        same(least.note(), JsonNullable.undefined());
        same(least.extra(), Optional.empty());
        same(least.status(), Optional.empty());
        same(PLAIN.writeValueAsString(least), "{\"id\":\"o1\",\"paid_at\":null,\"lines\":[],\"kind\":\"order\"}");
    }

    private static void buildersFillInDefaults() throws Exception {
        Line line = Line.builder().product("tea").count(3).build();
        Order order = Order.builder().id("o1").paidAt(null).lines(List.of(line)).build();
        same(order.status(), Optional.of(Status.OPEN));
        same(order.priority(), Optional.of(Priority.TWO));
        same(order.kind(), "order");
        same(
                PLAIN.writeValueAsString(order),
                "{\"id\":\"o1\",\"paid_at\":null,\"lines\":[{\"product\":\"tea\",\"count\":3}],\"status\":\"open\","
                        + "\"priority\":2,\"kind\":\"order\"}");
        same(
                PLAIN.writeValueAsString(Defaults.builder().build()),
                "{\"text\":\"a\\\"\\\\\\t\\u0007\u2028\u00e9\",\"whole\":9007199254740993,\"small\":-1,\"fraction\":3.0,"
                        + "\"single\":0.1,\"exact\":\"0.10\",\"number\":\"1.5\",\"day\":\"2024-02-29\","
                        + "\"moment\":\"2024-02-29T12:00:00.100+02:00\",\"data\":\"aGVsbG8=\",\"nothing\":null,"
                        + "\"list\":[1,2],\"nulls\":[null,\"a\"],\"map\":{\"b\":1.0,\"a\":2.5},"
                        + "\"line\":{\"product\":\"a\",\"count\":3},\"source\":7,\"anything\":{\"a\":[1,null]}}");
        try {
            Order.builder().id("o1").lines(List.of()).build();
            throw new AssertionError("built without what is required");
        } catch (IllegalStateException e) {
            same(e.getMessage(), "Order: $.paid_at is required");
        }
    }

    private static void copiesDiffer() throws Exception {
        Order order = PLAIN.readValue(ORDER, Order.class);
        Order copy = order.toBuilder()
                .id("o2")
                .amount(null)
                .noteNullable(JsonNullable.undefined())
                .weight(0.1f)
                .additionalProperty("more", List.of(1))
                .build();
        same(copy.equals(order), false);
        same(order.id(), "o1");
        String json = PLAIN.writeValueAsString(copy);
        same(json.contains("\"amount\"") || json.contains("\"note\""), false);
        same(json.contains("\"weight\":0.1,"), true);
        same(json.endsWith(",\"more\":[1]}"), true);
        try {
            order.toBuilder().additionalProperty("id", 1);
            throw new AssertionError("a field was set twice");
        } catch (IllegalArgumentException e) {
            same(e.getMessage(), "\"id\" is a field of Order");
        }
    }

    private static void nobodyCanChangeAModel() {
        List<Line> lines = new ArrayList<>(List.of(Line.builder().product("tea").count(3).build()));
        byte[] bytes = {1, 2};
        Order order = Order.builder().id("o1").paidAt(null).lines(lines).attachment(bytes).build();
        lines.clear();
        bytes[0] = 9;
        order.attachment().orElseThrow()[1] = 9;
        same(order.lines().size(), 1);
        same(Arrays.toString(order.attachment().orElseThrow()), "[1, 2]");
        try {
            order.lines().clear();
            throw new AssertionError("a list was changed");
        } catch (UnsupportedOperationException e) {
            same(order.lines().size(), 1);
        }
    }

    private static void mistakesHaveAPath() {
        rejects("$.id", "\"o1\"", "1");
        rejects("$.id", "\"o1\"", "null");
        rejects("$.lines", "\"lines\"", "\"Lines\"");
        rejects("$.paid_at", "2024-01-01T10", "2024-13-01T10");
        rejects("$.paid_at", "10:00:00.100+02:00", "10:00:00100+02:00");
        rejects("$.paid_at", "10:00:00.100+02:00", "10:00+02:00");
        rejects("$.comments[0]", "\"a\",null", "1,null");
        rejects("$.lines[0].count", "\"count\":3", "\"count\":\"3\"");
        rejects("$.lines[0].count", "\"count\":3", "\"count\":2147483648");
        rejects("$.lines[0].count", "\"count\":3", "\"count\":3.5");
        rejects("$.lines[0][\"odd key\"]", "\"count\":3", "\"count\":3,\"odd key\":null");
        rejects("$.shipments.b[0]", "2024-01-02T00:00:00Z", "yesterday");
        rejects("$.matrix[0].y", "\"y\":1", "\"y\":true");
        rejects("$.attachment", "aGVsbG8=", "aGVsbG8");
        rejects("$.payment.number", "\"number\"", "\"numbers\"");
        rejects("$.payment.method", "\"method\":\"card\",", "");
        rejects("$.priority", "\"priority\":2", "\"priority\":4");
        rejects("$.kind", "\"kind\":\"order\"", "\"kind\":\"offer\"");
        rejects("$.is_active", "false", "0");
        fails("$.other", () -> PLAIN.readValue("{\"other\":\"y\"}", Defaults.class));
    }

    private static void violationsHaveAPath() throws Exception {
        String json = ORDER.replace("\"o1\"", "\"\"")
                .replace("\"1.50\"", "-1e9999")
                .replace("[\"a\",null]", "[null,null,null,null]")
                .replace("\"count\":3,\"price\":2.0", "\"count\":100,\"price\":0")
                .replace("\"tea\"", "\"Tea\\n\"")
                .replace("123456789012", "1")
                .replace("\"2024-01-01T00:00:00.000Z\"", "\"\"");
        List<Violation> violations = PLAIN.readValue(json, Order.class).validate();
        same(
                violations.stream().map(each -> each.path() + " " + each.keyword()).toList(),
                List.of(
                        "$.id minLength",
                        "$.amount minimum",
                        "$.comments maxItems",
                        "$.comments uniqueItems",
                        "$.lines[0].product pattern",
                        "$.lines[0].product enum",
                        "$.lines[0].count maximum",
                        "$.lines[0].count multipleOf",
                        "$.lines[0].price exclusiveMinimum",
                        "$.payment.number minLength",
                        "$.source minLength"));
        same(PLAIN.readValue(ORDER, Order.class).validate(), List.of());
    }

    private static void unionsAreToldApart() throws Exception {
        Payment payment = PLAIN.readValue("{\"number\":\"1\",\"method\":\"card\"}", Payment.class);
        same(payment instanceof Card card && card.number().equals("1"), true);
        payment = PLAIN.readValue("{\"method\":\"barter\",\"goods\":[\"hen\",null]}", Payment.class);
        same(payment instanceof Payment.Unknown, true);
        same(PLAIN.writeValueAsString(payment), "{\"method\":\"barter\",\"goods\":[\"hen\",null]}");

        same(PLAIN.readValue("\"2024-01-01T00:00:00Z\"", Source.class) instanceof Source.OfDateTime, true);
        same(PLAIN.readValue("\"yesterday\"", Source.class), new Source.OfString("yesterday"));
        same(PLAIN.readValue("7.0", Source.class), new Source.OfInteger(7));
        same(PLAIN.readValue("true", Source.class), new Source.OfTrue(true));
        same(PLAIN.readValue("false", Source.class), new Source.Unknown(false));
        same(PLAIN.readValue("[]", Source.class) instanceof Source.OfDateTimeList, true);
        same(PLAIN.writeValueAsString(PLAIN.readValue("[1,{}]", Source.class)), "[1,{}]");
        Source lines = PLAIN.readValue("{\"a\":{\"product\":\"tea\",\"count\":100}}", Source.class);
        same(lines.validate().stream().map(Violation::path).toList(), List.of("$.a.count", "$.a.count"));

        String tangle = "{\"inner\":".repeat(99) + "1.25" + ",\"last\":1}".repeat(99);
        Tangle value = PLAIN.readValue(tangle, Tangle.class);
        same(value instanceof WholeTangle, true);
        same(PLAIN.writeValueAsString(value), tangle);

        OfEither nested = PLAIN.readValue("{\"unknown\":2}", OfEither.class);
        same(nested.toString(), "OfEither_[value=Deserializer{unknown=2, additionalProperties={}}]");
        same(PLAIN.readValue("{\"unknown\":3}", OfEither.class) instanceof OfEither.Unknown, true);
    }

    private static void membersOfOtherPackagesAreInRecords() throws Exception {
        String json = "{\"count\":3,\"product\":\"tea\"}";
        Line line = Line.builder().product("tea").count(3).build();
        same(PLAIN.readValue(json, Movement.class), new Movement.OfLine(line));
        same(PLAIN.readValue(json, Finding.class), new Finding.OfLine(line));
        same(PLAIN.readValue("[" + json + "]", Finding.class), new Finding.OfLineList(List.of(line)));
        same(PLAIN.readValue("2", Finding.class), new Finding.OfPriority(Priority.TWO));
        same(PLAIN.writeValueAsString(new Movement.OfLine(line)), "{\"product\":\"tea\",\"count\":3}");
        same(PLAIN.readValue("{\"product\":\"nothing\"}", Movement.class) instanceof Loss, true);
        same(PLAIN.readValue("{\"product\":\"sugar\"}", Movement.class) instanceof Movement.Unknown, true);
        fails("$.count", () -> PLAIN.readValue("{\"product\":\"tea\"}", Movement.class));
    }

    private static void enumsKeepWhatTheyDoNotKnow() throws Exception {
        same(PLAIN.readValue("\"sent\"", Status.class) == Status.SENT, true);
        Status unknown = PLAIN.readValue("\"teleported\"", Status.class);
        same(unknown, Status.of("teleported"));
        same(unknown.isKnown(), false);
        same(Status.known(), List.of(Status.OPEN, Status.SENT, Status.LOST));
        same(PLAIN.writeValueAsString(List.of(unknown, Status.LOST, Priority.ONE)), "[\"teleported\",\"lost\",1]");
        same(Priority.of(3L), Priority.THREE);
        fails("$", () -> PLAIN.readValue("4", Priority.class));
        fails("$", () -> PLAIN.readValue("\"1\"", Priority.class));
    }

    /** Reads the order with a change, which must fail at the path. */
    private static void rejects(String path, String before, String after) {
        if (!ORDER.contains(before)) {
            throw new AssertionError("nothing to replace: " + before);
        }
        fails(path, () -> PLAIN.readValue(ORDER.replace(before, after), Order.class));
    }

    private interface Reading {
        Object read() throws Exception;
    }

    private static void fails(String path, Reading reading) {
        try {
            throw new AssertionError("accepted, but for " + path + ": " + reading.read());
        } catch (JsonMappingException e) {
            same(JsonPaths.of(e), path);
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    private static void same(Object actual, Object expected) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError("\n" + actual + "\nis not\n" + expected);
        }
    }
}
