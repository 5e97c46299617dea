using DotLiquid.Exceptions;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>A template asked for more than it may take.</summary>
internal sealed class LimitReachedException(string message) : RenderException(message);
