import com.acme.models.values.AnyUnion;
import com.acme.models.values.Binary;
import com.acme.models.values.BinaryUnion;
import com.acme.models.values.Both;
import com.acme.models.values.Color;
import com.acme.models.values.Defaults;
import com.acme.models.values.Given;
import com.acme.models.values.Items;
import com.acme.models.values.Nick;
import com.acme.models.values.Numbers;
import com.acme.models.values.Tagged;
import com.acme.models.values.Union;
import com.acme.support.JsonPaths;
import com.acme.support.ReadException;
import com.acme.support.Violation;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openapitools.jackson.nullable.JsonNullable;

/** Tests how models treat the values they are given; see {@code values.test.ts}. */
public final class Values {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Values() {}

    public static void main(String[] arguments) throws Exception {
        defaultsAreFixed();
        givenDataIsCopied();
        bytesAreCopied();
        violationsOfListsAndItemsAreFound();
        whatJsonDoesNotHaveIsRefused();
        nullIsNull();
        openEnumsAreSwitchedOn();
        nullsInListsAreRefusedByName();
        membersAreMatched();
        allMistakesAreReported();
        System.out.println("done");
    }

    private static void defaultsAreFixed() throws Exception {
        String anything = "{\"theme\":{\"dark\":[true]}}";
        String json = "{\"map\":" + anything + ",\"list\":[" + anything + "],\"value\":" + anything
                + ",\"model\":{\"value\":" + anything + "},\"null_string\":null,\"null_any\":null,\"null_map\":null,"
                + "\"null_enum\":null,\"null_model\":null}";
        Defaults defaults = Defaults.builder().build();
        same(MAPPER.writeValueAsString(defaults), json);
        cannotChange(defaults.map().orElseThrow());
        cannotChange(defaults.list().orElseThrow());
        cannotChange(defaults.value().orElseThrow());
        cannotChange(defaults.model().orElseThrow().value().orElseThrow());
        same(MAPPER.writeValueAsString(defaults), json);
        same(MAPPER.writeValueAsString(Defaults.builder().build()), json);
    }

    private static void nullsInListsAreRefusedByName() {
        List<String> nulls = Arrays.asList("a", null);
        refused("names must not hold null", () -> Items.builder().names(nulls));
        refused("map must not hold null", () -> Numbers.builder().map(Collections.singletonMap("a", null)));
        refused("days must not hold null", () -> Numbers.builder().days(Map.of("a", Arrays.asList((LocalDate) null))));
    }

    private static void refused(String message, Runnable build) {
        try {
            build.run();
        } catch (IllegalArgumentException e) {
            same(e.getMessage(), message);
            return;
        }
        throw new AssertionError("not refused: " + message);
    }

    private static void givenDataIsCopied() throws Exception {
        Map<String, Object> map = new HashMap<>(Map.of("a", new ArrayList<>(Arrays.asList(1, null))));
        int[] numbers = {1, 2};
        byte[] bytes = {1, 2};
        Given given = Given.builder()
                .value(map)
                .required(numbers)
                .list(new ArrayList<>(List.of(map)))
                .map(new HashMap<>(Map.of("x", List.of(map))))
                .additionalProperty("more", new Object[] {map, bytes})
                .build();
        Union list = new Union.OfAnyList(List.of(map));
        Union fields = new Union.OfAnyMap(Map.of("x", map));
        AnyUnion any = new AnyUnion.OfAny(map);
        AnyUnion unknown = new AnyUnion.Unknown(map);
        String json = "{\"a\":[1,null]}";
        String all = "{\"value\":" + json + ",\"required\":[1,2],\"list\":[" + json + "],\"map\":{\"x\":[" + json
                + "]},\"more\":[" + json + ",\"AQI=\"]}";
        ((List<?>) map.get("a")).clear();
        map.put("b", 2);
        numbers[0] = 9;
        bytes[0] = 9;
        same(MAPPER.writeValueAsString(given), all);
        same(MAPPER.readValue(all, Given.class), given);
        cannotChange(given.value().orElseThrow());
        cannotChange(given.additionalProperties());
        same(
                MAPPER.writeValueAsString(List.of(list, fields, any, unknown)),
                "[[" + json + "],{\"x\":" + json + "}," + json + "," + json + "]");
    }

    private static void bytesAreCopied() throws Exception {
        byte[] bytes = {1, 2};
        Binary built = Binary.builder()
                .bytes(bytes)
                .list(List.of(bytes))
                .map(Map.of("a", bytes))
                .either(BinaryUnion.ofBytesList(List.of(bytes)))
                .additionalProperty("more", bytes)
                .build();
        BinaryUnion union = BinaryUnion.ofBytes(bytes);
        String json = "{\"bytes\":\"AQI=\",\"list\":[\"AQI=\"],\"map\":{\"a\":\"AQI=\"},\"either\":[\"AQI=\"],"
                + "\"more\":\"AQI=\"}";
        bytes[0] = 9;
        for (Binary binary : List.of(built, MAPPER.readValue(json, Binary.class))) {
            binary.bytes().orElseThrow()[0] = 9;
            binary.list().orElseThrow().get(0)[0] = 9;
            binary.map().orElseThrow().get("a")[0] = 9;
            binary.additionalProperties().get("more")[0] = 9;
            changeBytes(binary.either().orElseThrow());
            same(MAPPER.writeValueAsString(binary), json);
        }
        changeBytes(union);
        same(MAPPER.writeValueAsString(union), "\"AQI=\"");
    }

    private static void changeBytes(BinaryUnion union) {
        byte[] bytes = BinaryUnion.match(
                union, flag -> new byte[1], one -> one, list -> list.get(0), unknown -> new byte[1]);
        bytes[0] = 9;
    }

    private static void violationsOfListsAndItemsAreFound() throws Exception {
        Items items = MAPPER.readValue("{\"names\":[\"a\",\"a\"]}", Items.class);
        same(
                items.validate().stream()
                        .map(each -> each.path() + " " + each.keyword())
                        .sorted()
                        .toList(),
                List.of("$.names maxItems", "$.names uniqueItems", "$.names[0] minLength", "$.names[1] minLength"));
        same(items.validate().stream().map(Violation::path).distinct().count(), 3L);
    }

    private static void whatJsonDoesNotHaveIsRefused() throws Exception {
        for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            float small = (float) number;
            rejects("$.number", Numbers.builder().number(number));
            rejects("$.float", Numbers.builder().float_(small));
            rejects("$.list[1]", Numbers.builder().list(List.of(1.0, number)));
            rejects("$.map[\"a b\"]", Numbers.builder().map(Map.of("a b", small)));
            rejects("$.any", Numbers.builder().any(number));
            rejects("$.any.a[1]", Numbers.builder().any(Map.of("a", List.of(1, small))));
            rejects("$.union", Numbers.builder().union(new Union.OfNumber(number)));
            rejects("$.union[0]", Numbers.builder().union(new Union.OfNumberList(List.of(number))));
            rejects("$.x", Numbers.builder().additionalProperty("x", small));
        }
        LocalDate late = LocalDate.of(10_000, 1, 1);
        LocalDate early = LocalDate.of(-1, 1, 1);
        for (LocalDate day : List.of(late, early)) {
            OffsetDateTime moment = day.atStartOfDay().atOffset(ZoneOffset.UTC);
            rejects("$.day", Numbers.builder().day(day));
            rejects("$.days.a[0]", Numbers.builder().days(Map.of("a", List.of(day))));
            rejects("$.moment", Numbers.builder().moment(moment));
            rejects("$.any", Numbers.builder().any(day));
            rejects("$.any[0]", Numbers.builder().any(List.of(moment)));
            rejects("$.union", Numbers.builder().union(Union.OfDateTime.of(moment)));
        }
        ZoneOffset odd = ZoneOffset.ofHoursMinutesSeconds(1, 1, 1);
        rejects("$.moment", Numbers.builder().moment(OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, odd)));
        LocalDate last = LocalDate.of(9999, 12, 31);
        Numbers fine = Numbers.builder()
                .day(last)
                .moment(last.atStartOfDay().atOffset(ZoneOffset.MAX))
                .any(List.of(last, last.atStartOfDay().atOffset(ZoneOffset.UTC), 0.1f))
                .build();
        same(
                MAPPER.writeValueAsString(fine),
                "{\"any\":[\"9999-12-31\",\"9999-12-31T00:00:00Z\",0.1],"
                        + "\"moment\":\"9999-12-31T00:00:00+18:00\",\"day\":\"9999-12-31\"}");
        same(
                MAPPER.writeValueAsString(MAPPER.readValue(MAPPER.writeValueAsString(fine), Numbers.class)),
                MAPPER.writeValueAsString(fine));
    }

    private static void nullIsNull() throws Exception {
        same(MAPPER.writeValueAsString(Nick.builder().nick(null).build()), "{\"nick\":null}");
        same(
                MAPPER.writeValueAsString(
                        Nick.builder().nick("a").nickNullable(null).build()),
                "{\"nick\":\"a\",\"nick_nullable\":null}");
        Nick nick = Nick.builder().nickNullable_(JsonNullable.undefined()).build();
        same(MAPPER.writeValueAsString(nick), "{}");
        same(nick.toBuilder().nickNullable_(JsonNullable.of("a")).build().nick(), JsonNullable.of("a"));
    }

    private static void openEnumsAreSwitchedOn() throws Exception {
        same(colors("red", "unknown", "blue"), List.of("RED", "a color called unknown", "another: blue"));
    }

    private static List<String> colors(String... values) throws Exception {
        List<String> names = new ArrayList<>();
        for (String value : values) {
            Color color = MAPPER.readValue("\"" + value + "\"", Color.class);
            names.add(
                    switch (color.constant()) {
                        case RED -> "RED";
                        case UNKNOWN_ -> "a color called unknown";
                        case UNKNOWN -> "another: " + color;
                    });
        }
        return names;
    }

    private static void membersAreMatched() throws Exception {
        List<Both> all = List.of(
                MAPPER.readValue("{\"kind\":\"r\",\"list\":[\"a\"]}", Both.class),
                MAPPER.readValue("{\"kind\":\"member\"}", Both.class),
                Both.ofString("text"),
                MAPPER.readValue("17", Both.class));
        same(
                all.stream()
                        .map(each -> Both.<Object>match(
                                each,
                                r -> r.list().orElseThrow(),
                                member -> member.kind(),
                                text -> text,
                                unknown -> unknown.json()))
                        .toList(),
                List.of(List.of("a"), "member", "text", 17));
        Tagged tagged = MAPPER.readValue("{\"kind\":\"new\",\"a\":1.0}", Tagged.class);
        same(
                Tagged.match(tagged, r -> "r", member -> "member", unknown -> unknown.json()
                        .toString()),
                "{kind=new, a=1.0}");
    }

    private static void allMistakesAreReported() throws Exception {
        String json = "{\"names\":[\"a\",null,1,\"b\",{\"c\":[]}]}";
        try {
            throw new AssertionError("read: " + MAPPER.readValue(json, Items.class));
        } catch (ReadException e) {
            same(
                    e.violations().stream().map(Violation::path).toList(),
                    List.of("$.names[1]", "$.names[2]", "$.names[4]"));
            same(JsonPaths.of(e), "$.names[1]");
            same(e.getOriginalMessage().lines().findFirst().orElseThrow(), "$.names[1] must not be null");
        }
        try {
            throw new AssertionError("read: " + MAPPER.readValue("[{\"nick\":1}]", Nick[].class));
        } catch (ReadException e) {
            same(e.violations().get(0), new Violation("$[0].nick", "type", "must be a string, not a number"));
        }
    }

    private static void rejects(String path, Numbers.Builder builder) throws Exception {
        try {
            throw new AssertionError("written: " + MAPPER.writeValueAsString(builder.build()));
        } catch (JsonMappingException e) {
            same(JsonPaths.of(e), path);
        }
    }

    /** Tries to empty every list and map. */
    private static void cannotChange(Object value) {
        try {
            if (value instanceof Map<?, ?> map) {
                map.values().forEach(Values::cannotChangeNested);
                map.clear();
            } else {
                List<?> list = (List<?>) value;
                list.forEach(Values::cannotChangeNested);
                list.clear();
            }
        } catch (UnsupportedOperationException e) {
            return;
        }
        throw new AssertionError("changed: " + value);
    }

    private static void cannotChangeNested(Object value) {
        if (value instanceof Map || value instanceof List) {
            cannotChange(value);
        }
    }

    private static void same(Object actual, Object expected) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError("\n" + actual + "\nis not\n" + expected);
        }
    }
}
