package dev.bellrope.app.cli;

import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version recorded by the build. */
final class BuildVersion implements IVersionProvider {
    @Override
    public String[] getVersion() throws Exception {
        Properties build = new Properties();
        try (InputStream file = BuildVersion.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (file != null) {
                build.load(file);
            }
        }
        return new String[] {"bellrope " + build.getProperty("build.version", "(not built)")};
    }
}
