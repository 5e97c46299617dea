namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>The base of bindings that give a function something besides its trigger.</summary>
public abstract class InputBindingAttribute : BindingAttribute;
