package modelwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is read character by character is what java.time reads. */
final class DateTimesTest {
    private static final int TEXTS = 200_000;
    private static final String[] USUAL = {
        "2025-07-31T12:00:00Z",
        "1999-12-31T23:59:59.999999999+17:59",
        "0000-01-30T00:00:00.0-00:00",
        "2024-02-28T07:08:09.012-05:30",
        "2025-07-31T12:00:00",
        "2023-11-30T01:02:03.45",
    };
    private static final String CHARACTERS = "0123456789012345678901234567890123456789-:.TZ+tz x\u0661";

    private final Random random = new Random(7);

    @Test
    void usualTextsAreRead() {
        for (String text : USUAL) {
            assertTrue(DateTimes.isUsualDateTime(text) || DateTimes.isUsualLocalDateTime(text), text);
        }
    }

    @Test
    void theSameAsJavaTime() {
        int usual = 0;
        for (int index = 0; index < TEXTS; index++) {
            String text = changed(USUAL[random.nextInt(USUAL.length)]);
            if (DateTimes.isUsualDateTime(text)) {
                usual++;
                assertEquals(OffsetDateTime.parse(text), DateTimes.momentOf(text), text);
            }
            if (DateTimes.isUsualLocalDateTime(text)) {
                usual++;
                assertEquals(LocalDateTime.parse(text), DateTimes.localOf(text, text.length()), text);
            }
            String date = text.substring(0, Math.min(text.length(), 10));
            assertEquals(dateOf(date, true), dateOf(date, false), date);
        }
        assertTrue(usual > TEXTS / 10, usual + " texts are usual");
    }

    /** Some characters replaced, left out or put in. */
    private String changed(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int change = random.nextInt(3); change >= 0; change--) {
            int index = random.nextInt(changed.length());
            char character = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            switch (random.nextInt(8)) {
                case 0 -> changed.insert(index, character);
                case 1 -> changed.deleteCharAt(index);
                default -> changed.setCharAt(index, character);
            }
        }
        return changed.toString();
    }

    private static Object dateOf(String text, boolean isOwn) {
        try {
            boolean isShort = !isOwn && text.length() != 10;
            return isShort ? "none" : isOwn ? DateTimes.parseDate(text) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return "none";
        }
    }
}
