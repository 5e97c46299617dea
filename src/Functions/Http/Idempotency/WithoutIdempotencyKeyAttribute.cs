namespace PersonalizationEngine.Functions.Http.Idempotency;

/// <summary>On a function that is posted to and pays no heed to an Idempotency-Key.</summary>
/// <param name="because">Why none is needed.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WithoutIdempotencyKeyAttribute(string because) : Attribute
{
    /// <summary>Nothing is stored, whatever is asked.</summary>
    public const string ChangesNothing = "it changes nothing";

    public string Because => because;
}
