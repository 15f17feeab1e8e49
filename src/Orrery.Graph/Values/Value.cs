using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Everything a field can hold and a query can answer with. Closed: order, equality, null and canonical bytes are defined for each case.</summary>
/// <remarks>
/// Serves the field kinds (docs/model.md: an enum or url is a text, a percent a float between 0 and 1, a two-ended scale an integer) and openCypher's types.
/// Equality is by case and content (an integer is not the float of the same size, two not-a-numbers are equal); order is <see cref="ValueOrder"/>.
/// </remarks>
public abstract record Value
{
    private Value() { }

    /// <summary>No value: unknown, or taken away.</summary>
    public static readonly Value Nothing = new Null();

    /// <summary>True or false.</summary>
    public static Value Of(bool flag) => new Bool(flag);

    /// <summary>A whole number.</summary>
    public static Value Of(long number) => new Integer(number);

    /// <summary>A number with a fraction.</summary>
    public static Value Of(double number) => new Float(number);

    /// <summary>Text; null becomes <see cref="Nothing"/>.</summary>
    public static Value Of(string? text) => text is null ? Nothing : new Text(text);

    /// <summary>A day of the calendar.</summary>
    public static Value Of(NodaTime.LocalDate day) => new Date(day);

    /// <summary>An instant, as a date and time in UTC.</summary>
    public static Value Of(NodaTime.Instant instant) => new DateTime(instant.WithOffset(NodaTime.Offset.Zero), null);

    /// <summary>Values in order.</summary>
    public static Value Of(params IEnumerable<Value> items) => new List([.. items]);

    /// <summary>The absence of a value.</summary>
    public sealed record Null : Value;

    /// <summary>A truth value.</summary>
    public sealed record Bool(bool Flag) : Value;

    /// <summary>A 64-bit whole number.</summary>
    public sealed record Integer(long Number) : Value;

    /// <summary>A 64-bit binary fraction. All not-a-numbers are one.</summary>
    public sealed record Float(double Number) : Value;

    /// <summary>Unicode text, kept as given.</summary>
    public sealed record Text(string Characters) : Value
    {
        /// <summary>Where a heap keeps these characters, for <see cref="TextCache"/>; no part of the value.</summary>
        internal long Slot
        {
            get => _slot;
            init => _slot = value;
        }

        private long _slot = -1;

        /// <summary>Asks for it: it will be read soon.</summary>
        internal void Hint() => Prefetch.Of(ref _slot);

        /// <summary>Equal characters.</summary>
        public bool Equals(Text? other) => other is not null && Characters == other.Characters;

        /// <inheritdoc/>
        public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Characters);
    }

    /// <summary>A calendar day.</summary>
    public sealed record Date(NodaTime.LocalDate Day) : Value;

    /// <summary>A time of day without an offset.</summary>
    public sealed record LocalTime(NodaTime.LocalTime Clock) : Value;

    /// <summary>A time of day with an offset.</summary>
    public sealed record Time(NodaTime.OffsetTime Clock) : Value;

    /// <summary>A date and time without an offset.</summary>
    public sealed record LocalDateTime(NodaTime.LocalDateTime Stamp) : Value;

    /// <summary>A date and time with an offset, and the zone it was named in (or null).</summary>
    public sealed record DateTime(NodaTime.OffsetDateTime Stamp, string? Zone) : Value
    {
        /// <summary>The instant it stands for.</summary>
        public NodaTime.Instant Instant => Stamp.ToInstant();
    }

    /// <summary>A length of time in openCypher's four parts, which do not turn into one another.</summary>
    public sealed record Duration(long Months, long Days, long Seconds, int Nanoseconds) : Value;

    /// <summary>An amount in a currency (ISO 4217 code).</summary>
    public sealed record Money(decimal Amount, string Currency) : Value;

    /// <summary>A range of numbers; an open end is null. A forecast's 90 % range, a size.</summary>
    public sealed record Interval(double? Low, double? High) : Value;

    /// <summary>Days from a first to a last, both included; an open end is null.</summary>
    public sealed record Period(NodaTime.LocalDate? Start, NodaTime.LocalDate? End) : Value;

    /// <summary>Values in order.</summary>
    public sealed record List(ImmutableArray<Value> Items) : Value
    {
        private int _depth;

        /// <inheritdoc/>
        public override int Depth => _depth > 0 ? _depth : _depth = 1 + Deepest();

        private int Deepest()
        {
            var deepest = 0;
            foreach (var item in Items)
                deepest = Math.Max(deepest, item.Depth);
            return deepest;
        }

        /// <inheritdoc/>
        public bool Equals(List? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => Items.Aggregate(Items.Length, HashCode.Combine);
    }

    /// <summary>Values by name, in ordinal order of names. A record field is one.</summary>
    public sealed record Map(ImmutableSortedDictionary<string, Value> Entries) : Value
    {
        private int _depth;

        /// <inheritdoc/>
        public override int Depth => _depth > 0 ? _depth : _depth = 1 + Deepest();

        private int Deepest()
        {
            var deepest = 0;
            foreach (var (_, value) in Entries)
                deepest = Math.Max(deepest, value.Depth);
            return deepest;
        }

        /// <summary>Values by name, in ordinal order whatever order they were given in.</summary>
        public ImmutableSortedDictionary<string, Value> Entries { get; init; } = Entries.WithComparers(StringComparer.Ordinal);

        /// <inheritdoc/>
        public bool Equals(Map? other) =>
            other is not null && Entries.Count == other.Entries.Count && Entries.SequenceEqual(other.Entries);

        /// <inheritdoc/>
        public override int GetHashCode() => Entries.Aggregate(Entries.Count, HashCode.Combine);
    }

    /// <summary>A value about a person, stored only as cipher text under the key of its subject.</summary>
    /// <param name="Subject">Whose key.</param>
    /// <param name="Cipher">Nonce, tag and cipher text (docs/journal.md).</param>
    /// <param name="Clear">The value while the key exists; null once the subject was erased. Never stored.</param>
    public sealed record Personal(Id Subject, ImmutableArray<byte> Cipher, Value? Clear) : Value
    {
        /// <inheritdoc/>
        public override int Depth => Clear?.Depth ?? 0;

        /// <inheritdoc/>
        public bool Equals(Personal? other) =>
            other is not null && Subject == other.Subject && Cipher.AsSpan().SequenceEqual(other.Cipher.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Subject, Cipher.Length);
    }

    /// <summary>An entity, as an answer; never a field's value.</summary>
    public sealed record Entity(Id Id) : Value;

    /// <summary>A relation, as an answer; never a field's value.</summary>
    public sealed record Relation(Id Id) : Value;

    /// <summary>A path, as an answer: entity, relation, entity, and so on; never a field's value.</summary>
    public sealed record Path(ImmutableArray<Id> Steps) : Value
    {
        /// <inheritdoc/>
        public bool Equals(Path? other) => other is not null && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => Steps.Aggregate(Steps.Length, HashCode.Combine);
    }

    /// <summary>How many lists and maps lie in one another, this one included; 0 of anything else. A list and a map find it out once.</summary>
    public virtual int Depth => 0;

    /// <summary>Whether it is <see cref="Null"/>.</summary>
    public bool IsNothing => this is Null;

    /// <summary>The text inside, or null when it is not a text (a personal text reads as its clear value).</summary>
    public string? AsText =>
        this switch
        {
            Text text => text.Characters,
            Personal { Clear: Text clear } => clear.Characters,
            _ => null,
        };
}
