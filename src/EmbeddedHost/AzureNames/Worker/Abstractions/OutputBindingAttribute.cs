namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>The base of bindings that take something from a function.</summary>
public abstract class OutputBindingAttribute : BindingAttribute;
