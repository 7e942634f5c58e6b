package com.acme.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads each document from the text, as applications do, and from a recording of it. Prints those with
 * different outcomes, and then how many documents there were.
 *
 * <p>A line of the input has a class, a tab and a document.
 */
final class CarefulReading {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CarefulReading() {}

    private interface Reading {
        Object read() throws IOException;
    }

    public static void main(String[] arguments) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int documents = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int tab = line.indexOf('\t');
            ExactDeserializer<?> reader = ExactDeserializer.of(Class.forName(line.substring(0, tab)));
            String json = line.substring(tab + 1);
            String usual = outcome(() -> reader.readDocument(json, false));
            String careful = outcome(() -> readRecorded(reader, json));
            documents++;
            if (!usual.equals(careful)) {
                System.out.println(line + "\n  usual: " + usual + "\n  careful: " + careful);
            }
        }
        System.out.println(documents);
    }

    private static Object readRecorded(ExactDeserializer<?> reader, String json) throws IOException {
        ParserInput document = ParserInput.of(json);
        if (document.parser().currentToken() == null || document.isNull()) {
            return reader.readDocument(json, false);
        }
        RecordedInput recorded = document.record();
        if (!document.problems().isEmpty()) {
            // What is recorded cannot hold half a surrogate pair, nor a number whose exponent is too long.
            return reader.readDocument(json, false);
        }
        Object value = reader.read(recorded);
        if (value == null || !recorded.problems().isEmpty()) {
            throw new ReadException(document.parser(), reader.handledType(), recorded.reported());
        }
        // There may be more than one document.
        return document.parser().nextToken() == null ? value : reader.readDocument(json, false);
    }

    /** What is written of the value that is read, or all that is wrong. */
    private static String outcome(Reading reading) {
        try {
            Object value = reading.read();
            return MAPPER.writeValueAsString(value) + " " + value.hashCode();
        } catch (ReadException e) {
            List<Violation> violations = e.violations();
            return violations.toString();
        } catch (ProblemException e) {
            return List.of(e.problem().violation()).toString();
        } catch (IOException e) {
            return e.getClass().getName();
        }
    }
}
