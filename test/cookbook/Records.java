import com.acme.models.components.Cat;
import com.acme.models.components.Person;
import com.acme.models.components.Pet;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Objects;

/** Uses models that are records. */
public final class Records {
    private Records() {}

    public static void main(String[] arguments) throws Exception {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        String json = "{\"first_name\":\"Ada\",\"level\":3,\"born\":\"1815-12-10\",\"class\":null,"
                + "\"pets\":[{\"kind\":\"cat\",\"name\":\"Tom\"},{\"kind\":\"dog\"}],\"x\":1}";
        Person person = mapper.readValue(json, Person.class);
        System.out.println(person.firstName() + " " + person.level() + " " + person.born());
        Pet tom = Objects.requireNonNull(person.pets()).get(0);
        System.out.println(((Cat) tom).name() + " " + tom.equals(new Cat("cat", "Tom", null)) + " " + tom.validate());
        System.out.println(mapper.writeValueAsString(person));
    }
}
