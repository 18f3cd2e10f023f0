extension ImageMetadata: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("camera", camera)
        json.member("capture", capture)
        json.member("color", color)
        json.member("creator", creator)
        json.member("description", description)
        json.member("exposure", exposure)
        json.member("frames", frames)
        json.member("height", height)
        json.member("keywords", keywords)
        json.member("location", location)
        json.member("orientation", orientation)
        json.member("rating", rating)
        json.member("resolution", resolution)
        json.member("software", software)
        json.member("stored", stored)
        json.member("title", title)
        json.member("width", width)
    }
}

extension ImageMetadata.PixelSize: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("height", height)
        json.member("width", width)
    }
}

extension ImageMetadata.Color: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("alpha", alpha)
        json.member("bitDepth", bitDepth)
        json.member("channels", channels)
        json.member("model", model)
        json.member("profile", profile)
    }
}

extension ImageMetadata.Resolution: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("unit", unit)
        json.member("x", x)
        json.member("y", y)
    }
}

extension ImageMetadata.Capture: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("offset", offset)
        json.member("offsetSource", offsetSource)
        json.member("source", source)
        json.member("time", time)
    }
}

extension ImageMetadata.Camera: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("lens", lens)
        json.member("make", make)
        json.member("model", model)
        json.member("serial", serial)
    }
}

extension ImageMetadata.Exposure: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("fNumber", fNumber)
        json.member("flashFired", flashFired)
        json.member("focalLength", focalLength)
        json.member("focalLength35mm", focalLength35mm)
        json.member("iso", iso)
        json.member("seconds", seconds)
    }
}

extension ImageMetadata.Location: CanonicalJSONObject {
    func writeMembers(to json: inout CanonicalJSONWriter) {
        json.member("altitude", altitude)
        json.member("latitude", latitude)
        json.member("longitude", longitude)
        json.member("time", time)
    }
}
