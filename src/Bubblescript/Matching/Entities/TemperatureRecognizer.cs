namespace Bubblescript.Matching.Entities;

/// <summary>Temperatures: "20 degrees", "-5 °C", "70 fahrenheit". The unit is <c>degree celsius fahrenheit</c>.</summary>
internal sealed class TemperatureRecognizer() : MeasureRecognizer("temperature", new UnitTable(
    ("degree", 1, "degree,degrees,deg,°,º"),
    ("celsius", 1, "celsius,centigrade,c,°c,ºc,° c,degrees celsius,degree celsius,degrees centigrade,degrees c,deg c"),
    ("fahrenheit", 1, "fahrenheit,f,°f,ºf,° f,degrees fahrenheit,degree fahrenheit,degrees f,deg f")));
