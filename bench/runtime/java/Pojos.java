package bench;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** The models of spec/models.yaml as plain classes with public fields, as people write them for Jackson. */
public final class Pojos {
    private Pojos() {}

    public enum OrderChannel {
        web,
        store,
        partner
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public static class Order {
        public String id;
        public long number;
        public String reference;
        public OrderChannel channel;
        public String status;
        public OffsetDateTime created_at;
        public OffsetDateTime updated_at;
        public OffsetDateTime shipped_at;
        public LocalDate due_on;
        public String customer_id;
        public String customer_name;
        public String customer_email;
        public String phone;
        public String vat_number;
        public String currency;
        public String language;
        public String country;
        public String city;
        public String street;
        public String postal_code;
        public String note;
        public Double discount;
        public Double tax_rate;
        public Double weight;
        public boolean is_gift;
        public Boolean is_test;
        public List<String> tags;
        public Map<String, String> labels;
        public Long attempts;
        public List<OrderLine> items;
    }

    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = "kind",
            visible = true)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Product.class, name = "product"),
        @JsonSubTypes.Type(value = Service.class, name = "service"),
    })
    public abstract static class OrderLine {
        public String kind;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public static class Product extends OrderLine {
        public String id;
        public String name;
        public long quantity;
        public double price;
        public String color;
        public String description;
        public OffsetDateTime added_at;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public static class Service extends OrderLine {
        public String id;
        public String title;
        public String description;
        public double hours;
        public OffsetDateTime starts_at;
        public Boolean remote;
    }

    public static class Track {
        public List<TrackPoint> points;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public static class TrackPoint {
        public double x;
        public double y;
        public String name;
        public boolean active;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public static class Folder {
        public String name;
        public long size;
        public String owner;
        public List<Folder> folders;
    }

    public static class Ledger {
        public List<LedgerEntry> entries;

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        public BigDecimal balance;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({
        @JsonSubTypes.Type(Transfer.class),
        @JsonSubTypes.Type(Fee.class),
        @JsonSubTypes.Type(Attachment.class),
    })
    public interface LedgerEntry {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public static class Transfer implements LedgerEntry {
        public long transfer_id;

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        public BigDecimal amount;

        public String from;
        public String to;
        public Party party;
    }

    public static class Fee implements LedgerEntry {
        public long fee_id;

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        public BigDecimal amount;

        public BigDecimal rate;
    }

    public static class Attachment implements LedgerEntry {
        public String file_name;
        public byte[] content;

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        public long checksum;
    }

    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = "type",
            visible = true)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Person.class, name = "person"),
        @JsonSubTypes.Type(value = Company.class, name = "company"),
    })
    public abstract static class Party {
        public String type;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public static class Person extends Party {
        public String first_name;
        public String last_name;
        public LocalDate born_on;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public static class Company extends Party {
        public String name;
        public Long employees;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public static class Event {
        public String id;
        public String kind;
        public long count;
        public Boolean seen;
    }
}
