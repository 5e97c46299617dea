namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>The base of bindings that start a function. A function has exactly one.</summary>
public abstract class TriggerBindingAttribute : BindingAttribute;
