import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stackone.stackone_client_java.models.components.Categories;
import com.stackone.stackone_client_java.models.components.ConnectSession;
import com.stackone.stackone_client_java.models.components.ConnectSessionCategories;
import com.stackone.stackone_client_java.models.components.ConnectSessionCreate;
import com.stackone.stackone_client_java.models.components.Metadata;
import com.stackone.stackone_client_java.models.components.Type;
import com.stackone.stackone_client_java.support.JsonPaths;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.openapitools.jackson.nullable.JsonNullable;

/** Uses the models of the shipped spec. */
public final class Sessions {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String SESSION = "{\"id\":1.5,\"organization_id\":2.0,\"project_id\":\"p\","
            + "\"categories\":[\"ats\",\"new\",null],\"provider\":null,\"origin_owner_id\":\"o\","
            + "\"origin_owner_name\":\"n\",\"created_at\":\"2021-01-01T01:01:01.000Z\",\"metadata\":{\"plan\":[1]},"
            + "\"type\":\"production\",\"added_later\":{\"a\":null}}";

    private Sessions() {}

    public static void main(String[] arguments) throws Exception {
        ConnectSession session = MAPPER.readValue(SESSION, ConnectSession.class);
        same(MAPPER.writeValueAsString(session), SESSION);
        same(MAPPER.readValue(SESSION, ConnectSession.class), session);
        same(session.id(), 1.5);
        same(session.createdAt(), OffsetDateTime.parse("2021-01-01T01:01:01Z"));
        same(session.provider(), JsonNullable.of(null));
        same(session.label(), JsonNullable.undefined());
        List<ConnectSessionCategories> categories = session.categories().get();
        same(categories, Arrays.asList(ConnectSessionCategories.ATS, ConnectSessionCategories.of("new"), null));
        same(categories.get(1).isKnown(), false);
        same(session.metadata().get().additionalProperties().get("plan"), List.of(1));
        same(session.toBuilder().label("l").build().label(), JsonNullable.of("l"));
        same(session.validate(), List.of());

        ConnectSessionCreate create = ConnectSessionCreate.builder()
                .originOwnerId("o")
                .originOwnerName("n")
                .categories(List.of(Categories.HRIS_LEGACY))
                .metadata(Metadata.builder().additionalProperty("plan", "gold").build())
                .multipleNullable(JsonNullable.undefined())
                .build();
        same(create.type(), JsonNullable.of(Type.PRODUCTION));
        same(
                MAPPER.writeValueAsString(create),
                "{\"categories\":[\"hris-legacy\"],\"origin_owner_id\":\"o\",\"origin_owner_name\":\"n\","
                        + "\"expires_in\":1800.0,\"metadata\":{\"plan\":\"gold\"},\"type\":\"production\"}");

        rejects("$.created_at", "\"created_at\"", "\"created\"");
        rejects("$.id", "1.5", "\"1.5\"");
        rejects("$.project_id", "\"p\"", "null");
        rejects("$.categories[1]", "\"new\"", "5");
        rejects("$.metadata", "{\"plan\":[1]}", "[]");
        System.out.println("done");
    }

    private static void rejects(String path, String before, String after) throws Exception {
        try {
            MAPPER.readValue(SESSION.replace(before, after), ConnectSession.class);
            throw new AssertionError("accepted, but for " + path);
        } catch (JsonMappingException e) {
            same(JsonPaths.of(e), path);
        }
    }

    private static void same(Object actual, Object expected) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError("\n" + actual + "\nis not\n" + expected);
        }
    }
}
