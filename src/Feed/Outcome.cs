using System.Diagnostics.CodeAnalysis;

namespace PersonalizationEngine.Feed;

/// <summary>A value, or the one line that tells the person at the keyboard why there is none.</summary>
internal sealed class Outcome<T>
    where T : notnull
{
    private readonly T? _value;
    private readonly string? _failure;

    private Outcome(T? value, string? failure) => (_value, _failure) = (value, failure);

    /// <summary>For interfaces, which C# does not convert by itself.</summary>
    public static Outcome<T> Of(T value) => new(value, null);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Failure failure) => new(default, failure.Reason);

    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out string? failure)
    {
        (value, failure) = (_value, _failure);
        return failure is null;
    }
}
