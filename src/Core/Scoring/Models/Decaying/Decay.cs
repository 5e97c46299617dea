namespace PersonalizationEngine.Core.Scoring.Models.Decaying;

/// <summary>How much of its points an act keeps as it grows old. Never more than before: what an act is worth only falls.</summary>
public abstract record Decay
{
    public static readonly TimeSpan Shortest = TimeSpan.FromHours(1), Longest = TimeSpan.FromDays(3650);

    /// <summary>An act is worth the same for ever.</summary>
    public static Decay None { get; } = new NoDecay();

    /// <summary>The name of the curve in documents.</summary>
    public abstract string Curve { get; }

    /// <summary>The age from which on nothing is left, or too little to be seen in any digit; null for never.</summary>
    public abstract TimeSpan? Reach { get; }

    /// <summary>1 for an act of this instant, down to 0.</summary>
    /// <param name="age">Not negative.</param>
    public abstract double Left(TimeSpan age);

    private sealed record NoDecay : Decay
    {
        public override string Curve => "none";

        public override TimeSpan? Reach => null;

        public override double Left(TimeSpan age) => 1;
    }
}
