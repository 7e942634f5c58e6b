import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Matches: JSON lines {@code [pattern, text]} come in, true or false goes out. */
public final class Patterns {
    private Patterns() {}

    public static void main(String[] arguments) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode question = mapper.readTree(line);
            System.out.println(Pattern.compile(question.get(0).asText()).matcher(question.get(1).asText()).find());
        }
    }
}
