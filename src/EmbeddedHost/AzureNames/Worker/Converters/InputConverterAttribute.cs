namespace Microsoft.Azure.Functions.Worker.Converters;

/// <summary>The base of attributes that say how a parameter is read. Not for use by apps.</summary>
public abstract class InputConverterAttribute : Attribute
{
    private protected InputConverterAttribute()
    {
    }
}
