using System.Diagnostics.CodeAnalysis;

namespace PersonalizationEngine.Core.Documents;

/// <summary>A document read into a value, or everything that is wrong with it; never both.</summary>
public sealed class Parsed<T>
    where T : class
{
    internal Parsed(T? value, IReadOnlyList<DocumentFault> faults) => (Value, Faults) = (value, faults);

    public T? Value { get; }

    public IReadOnlyList<DocumentFault> Faults { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;
}

public static class Parsed
{
    /// <summary>What could be read and yet may not be taken.</summary>
    public static Parsed<T> Refused<T>(DocumentFault fault)
        where T : class => new(null, [fault]);

    /// <summary>What was read elsewhere.</summary>
    public static Parsed<T> Of<T>(T value)
        where T : class => new(value, []);

    /// <param name="faults">At least one.</param>
    public static Parsed<T> Faulty<T>(IReadOnlyList<DocumentFault> faults)
        where T : class => new(null, faults);

    /// <summary>Builds the value only when the reader found no fault.</summary>
    public static Parsed<T> From<T>(DocumentReader reader, Func<T> build)
        where T : class =>
        reader.Faults.Count == 0 ? new Parsed<T>(build(), []) : new Parsed<T>(null, reader.Faults);
}
