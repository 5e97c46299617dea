namespace PersonalizationEngine.Engine.Resilience;

/// <summary>Whom a <see cref="WriteBehind{T}"/> tells when the store does not keep up, each with what or how many it is about.</summary>
/// <param name="Dropped">What is gone for good.</param>
/// <param name="NotStored">A batch was not taken, and is tried again.</param>
/// <param name="Full">So many were dropped since the last time.</param>
/// <param name="Lost">The end came before the store took them.</param>
internal sealed record WriteBehindNews<T>(Action<IReadOnlyList<T>> Dropped, Action<int, Exception> NotStored, Action<int> Full, Action<int> Lost);
